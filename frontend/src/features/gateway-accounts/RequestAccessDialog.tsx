import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { type AccessKind, type Account, refresh, requestAccess } from './accounts';

const KINDS = ['reset', 'remove_otp'] as const satisfies readonly AccessKind[];
type Values = { kind: AccessKind; reason: string };

/** A way into the account of somebody who decides: asked for here, agreed to by somebody else. */
export function RequestAccessDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { kind: 'reset', reason: '' },
    validate: { reason: (text) => (text.trim() ? null : t('form.required')) },
  });
  const send = useMutation<unknown, ApiProblem, Values>({
    mutationFn: ({ kind, reason }) => requestAccess({ account_id: account.id, kind, reason: reason.trim() }),
    onSuccess: async () => {
      await refresh(client);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('accounts.act.request_access')}
      problem={send.error}
      isPending={send.isPending}
      onSubmit={form.onSubmit((values) => send.mutate(values))}
      onClose={onClose}
    >
      <Text size="sm">{t('accounts.consequence.request_access')}</Text>
      <Select
        label={t('access_requests.what')}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`access_requests.kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Textarea label={t('action.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
