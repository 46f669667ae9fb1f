import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { type Account, type AccountPatch, changeAccount, needsTwo, ROLES, refresh } from './accounts';
import { RoleDates } from './RoleDates';

type Period = Account['role_periods'][number];

/** Name and roles, and from when to when each holds. */
export function RolesDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(account.name);
  const [roles, setRoles] = useState<string[]>(account.roles);
  const [periods, setPeriods] = useState<Period[]>(account.role_periods);
  const save = useMutation<unknown, ApiProblem>({
    mutationFn: () =>
      changeAccount(account, {
        name: name.trim(),
        roles: roles as AccountPatch['roles'],
        role_periods: periods.filter((one) => roles.includes(one.role) && (one.starts_on || one.ends_on)),
      }),
    onSuccess: async () => {
      await refresh(client);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('accounts.act.update')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormErrors problem={save.error} />
          <Text>{t('accounts.consequence.update')}</Text>
          <TextInput
            label={t('accounts.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('accounts.two_needed')}
          </Text>
          <Checkbox.Group label={t('accounts.roles')} value={roles} onChange={setRoles}>
            <Stack gap="xs" mt="xs">
              {ROLES.map((role) => (
                <Group key={role} justify="space-between" mih={42}>
                  <Checkbox
                    value={role}
                    label={t(`role.${role}`)}
                    // what it does not hold yet is proposed, not given; what it holds may go
                    disabled={needsTwo(role, account.national) && !account.roles.includes(role)}
                  />
                  {roles.includes(role) && <RoleDates role={role} periods={periods} onChange={setPeriods} />}
                </Group>
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!roles.length || !name.trim()}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
