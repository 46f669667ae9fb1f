import { Button, Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { unitsQuery } from '../../shared/api/units';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { type Invitation, invite, type Link as OneTimeLink, ROLES, refresh } from './accounts';
import { LinkAlert } from './LinkAlert';

type Values = { username: string; name: string; unit: string | null; roles: string[]; hours: string };
const HOURS = ['1', '24', '48', '168'] as const;

/** A new person: the link goes to them by the administrator's hand, the password is theirs alone. */
export function InviteForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const units = useQuery(unitsQuery).data?.items ?? [];
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const form = useForm<Values>({
    initialValues: { username: '', name: '', unit: null, roles: [], hours: '48' },
    validate: {
      username: needed,
      name: needed,
      unit: needed,
      roles: (chosen) => (chosen.length ? null : t('form.required')),
    },
  });
  const send = useMutation<OneTimeLink, ApiProblem, Values>({
    mutationFn: (values) => {
      const unit = units.find(({ id }) => id === values.unit);
      return invite({
        username: values.username.trim(),
        name: values.name.trim(),
        unit_id: unit?.id ?? '',
        unit_code: unit?.code ?? '',
        national: unit?.national === true,
        roles: values.roles as Invitation['roles'],
        hours: Number(values.hours),
      });
    },
    onSuccess: () => {
      form.reset();
      void refresh(client);
    },
  });
  return (
    <>
      <PageHeader
        back={
          <Link to="/gateway/accounts" activeOptions={{ exact: true }}>
            {t('accounts.title')}
          </Link>
        }
        title={t('accounts.invite')}
        lead={t('accounts.invite_lead')}
      />
      <Stack>
        {send.data && <LinkAlert link={send.data} />}
        <Panel title={t('accounts.person')}>
          <form onSubmit={form.onSubmit((values) => send.mutate(values))} noValidate>
            <Stack maw={520}>
              <FormErrors problem={send.error} form={form} />
              <TextInput label={t('accounts.name')} {...form.getInputProps('name')} />
              <TextInput
                label={t('session.username')}
                autoCapitalize="none"
                spellCheck={false}
                {...form.getInputProps('username')}
              />
              <Select
                label={t('accounts.unit')}
                searchable
                nothingFoundMessage={t('list.no_choice')}
                data={units.map(({ id, code, name_vi }) => ({ value: id, label: `${code} · ${name_vi}` }))}
                {...form.getInputProps('unit')}
              />
              <Text size="sm" c="dimmed">
                {t('accounts.two_needed')}
              </Text>
              <Checkbox.Group label={t('accounts.roles')} {...form.getInputProps('roles')}>
                <Stack gap="xs" mt="xs">
                  {ROLES.filter((role) => role !== 'approver').map((role) => (
                    <Checkbox key={role} value={role} label={t(`role.${role}`)} />
                  ))}
                </Stack>
              </Checkbox.Group>
              <Select
                label={t('accounts.good_for')}
                allowDeselect={false}
                data={HOURS.map((value) => ({ value, label: t(`accounts.hours.${value}`) }))}
                {...form.getInputProps('hours')}
              />
              <div>
                <Button type="submit" loading={send.isPending}>
                  {t('accounts.make_link')}
                </Button>
              </div>
            </Stack>
          </form>
        </Panel>
      </Stack>
    </>
  );
}
