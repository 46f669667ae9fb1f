import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { useWebhookForm } from './useWebhookForm';
import { type Values, WebhookFields } from './WebhookFields';
import { changeWebhook, refresh, type Webhook } from './webhooks';

/** Another name, place or choice of events for an address; its secret and what was sent stay. */
export function WebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { name, url, types } = webhook;
  const form = useWebhookForm({ name, url, types });
  const send = useMutation<unknown, ApiProblem, Values>({
    mutationFn: (values) =>
      changeWebhook(webhook, { ...values, name: values.name.trim(), url: values.url.trim() }),
    onSuccess: async () => {
      await refresh(client);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('webhooks.act.update')}
      action={t('action.save')}
      problem={send.error}
      isPending={send.isPending}
      onSubmit={form.onSubmit((values) => send.mutate(values))}
      onClose={onClose}
    >
      <Text size="sm">{t('webhooks.consequence.update')}</Text>
      <WebhookFields form={form} />
    </FormDialog>
  );
}
