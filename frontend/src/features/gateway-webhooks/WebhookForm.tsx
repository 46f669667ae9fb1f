import { Button, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { SecretAlert } from './SecretAlert';
import { createWebhook, type NewWebhook, refresh, TYPES } from './webhooks';

type Values = { name: string; url: string; types: string[] };

/** A new address that is told from now on; its secret is shown when it is made. */
export function WebhookForm() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const needed = (text: string) => (text.trim() ? null : t('form.required'));
  const form = useForm<Values>({
    initialValues: { name: '', url: '', types: [] },
    validate: {
      name: needed,
      url: needed,
      types: (chosen) => (chosen.length ? null : t('form.required')),
    },
  });
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
              <FormErrors problem={send.error} fields={[]} />
              <TextInput label={t('webhooks.name')} {...form.getInputProps('name')} />
              <TextInput
                label={t('webhooks.url')}
                description={t('webhooks.url_hint')}
                inputMode="url"
                spellCheck={false}
                {...form.getInputProps('url')}
              />
              <TagsInput
                label={t('webhooks.types')}
                description={t('webhooks.types_hint')}
                data={[...TYPES]}
                clearButtonProps={{ 'aria-label': t('action.clear') }}
                {...form.getInputProps('types')}
              />
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
