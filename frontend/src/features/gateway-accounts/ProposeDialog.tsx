import { Group, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { DateField } from '../../shared/ui/form/DateField';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { type Account, type Proposal, propose, refresh } from './accounts';

type Values = { role: Proposal['role']; starts_on: string | null; ends_on: string | null; reason: string };

/** A role that a second administrator must agree to: proposed here, decided by somebody else. */
export function ProposeDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const roles = account.national ? (['approver', 'admin'] as const) : (['approver'] as const);
  const form = useForm<Values>({
    initialValues: { role: 'approver', starts_on: null, ends_on: null, reason: '' },
    validate: { reason: (text) => (text.trim() ? null : t('form.required')) },
  });
  const send = useMutation<unknown, ApiProblem, Values>({
    mutationFn: (values) => propose({ ...values, account_id: account.id, reason: values.reason.trim() }),
    onSuccess: async () => {
      await refresh(client);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('accounts.act.propose_role')}
      problem={send.error}
      isPending={send.isPending}
      onSubmit={form.onSubmit((values) => send.mutate(values))}
      onClose={onClose}
    >
      <Text size="sm">{t('accounts.consequence.propose_role')}</Text>
      <Select
        label={t('accounts.role')}
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <Group grow align="flex-start">
        <DateField
          label={t('role_grants.starts_on')}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          {...form.getInputProps('starts_on')}
        />
        <DateField
          label={t('role_grants.ends_on')}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          {...form.getInputProps('ends_on')}
        />
      </Group>
      <Textarea label={t('action.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
