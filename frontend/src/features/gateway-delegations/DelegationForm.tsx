import { Button, Checkbox, Group, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { sessionQuery } from '../../shared/api/session';
import { today } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { colleaguesQuery, create, type DelegationIn, refresh } from './delegations';

type Role = DelegationIn['roles'][number];
type Values = {
  taker: string | null;
  roles: string[];
  starts_on: string | null;
  ends_on: string | null;
  reason: string;
};

/** Handing own roles to a colleague of the same unit, from one day to another. */
export function DelegationForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const mine = (useQuery(sessionQuery).data?.person.roles ?? []) as Role[];
  const colleagues = useQuery(colleaguesQuery).data?.items ?? [];
  const needed = (value: string | null) => (value?.trim() ? null : t('form.required'));
  const form = useForm<Values>({
    initialValues: { taker: null, roles: [], starts_on: today(), ends_on: null, reason: '' },
    validate: {
      taker: needed,
      starts_on: needed,
      ends_on: needed,
      reason: needed,
      roles: (chosen) => (chosen.length ? null : t('form.required')),
    },
  });
  const send = useMutation<unknown, ApiProblem, Values>({
    mutationFn: ({ taker, roles, starts_on, ends_on, reason }) =>
      create({
        taker_id: taker ?? '',
        roles: roles as Role[],
        starts_on: starts_on ?? '',
        ends_on: ends_on ?? '',
        reason: reason.trim(),
      }),
    onSuccess: async () => {
      await refresh(client);
      void navigate({ to: '/gateway/delegations' });
    },
  });
  return (
    <>
      <PageHeader
        back={
          <Link to="/gateway/delegations" activeOptions={{ exact: true }}>
            {t('delegations.title')}
          </Link>
        }
        title={t('delegations.add')}
        lead={t('delegations.add_lead')}
      />
      <Panel title={t('delegations.about')}>
        <form onSubmit={form.onSubmit((values) => send.mutate(values))} noValidate>
          <Stack maw={520}>
            <FormErrors problem={send.error} form={form} />
            <Select
              label={t('delegations.taker')}
              description={t('delegations.taker_hint')}
              searchable
              nothingFoundMessage={t('list.no_choice')}
              data={colleagues.map(({ id, name, username }) => ({
                value: id,
                label: `${name} · ${username}`,
              }))}
              {...form.getInputProps('taker')}
            />
            <Checkbox.Group label={t('accounts.roles')} {...form.getInputProps('roles')}>
              <Stack gap="xs" mt="xs">
                {mine.map((role) => (
                  <Checkbox key={role} value={role} label={t(`role.${role}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Group grow align="flex-start">
              <DateField label={t('role_grants.starts_on')} {...form.getInputProps('starts_on')} />
              <DateField label={t('role_grants.ends_on')} {...form.getInputProps('ends_on')} />
            </Group>
            <Textarea label={t('action.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
            <div>
              <Button type="submit" loading={send.isPending}>
                {t('delegations.make')}
              </Button>
            </div>
          </Stack>
        </form>
      </Panel>
    </>
  );
}
