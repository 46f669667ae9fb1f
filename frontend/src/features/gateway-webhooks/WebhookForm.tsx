import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { SecretAlert } from './SecretAlert';
import { useWebhookForm } from './useWebhookForm';
import { type Values, WebhookFields } from './WebhookFields';
import { createWebhook, type NewWebhook, refresh } from './webhooks';

/** A new address that is told from now on; its secret is shown when it is made. */
export function WebhookForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useWebhookForm({ name: '', url: '', types: [] });
  const send = useMutation<NewWebhook, ApiProblem, Values>({
    mutationFn: ({ name, url, types }) => createWebhook({ name: name.trim(), url: url.trim(), types }),
    onSuccess: () => {
      form.reset();
      void refresh(client);
    },
  });
  return (
    <>
      <PageHeader
        back={
          <Link to="/gateway/webhooks" activeOptions={{ exact: true }}>
            {t('webhooks.title')}
          </Link>
        }
        title={t('webhooks.add')}
        lead={t('webhooks.add_lead')}
      />
      <Stack>
        {send.data && <SecretAlert made={send.data} />}
        <Panel title={t('webhooks.about')}>
          <form onSubmit={form.onSubmit((values) => send.mutate(values))} noValidate>
            <Stack maw={520}>
              <FormErrors problem={send.error} form={form} />
              <WebhookFields form={form} />
              <div>
                <Button type="submit" loading={send.isPending}>
                  {t('webhooks.make')}
                </Button>
              </div>
            </Stack>
          </form>
        </Panel>
      </Stack>
    </>
  );
}
