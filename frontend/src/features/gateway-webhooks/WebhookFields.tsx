import { TagsInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { TYPES } from './webhooks';

export type Values = { name: string; url: string; types: string[] };

/** What an address is called, where it is, and what it is told of. */
export function WebhookFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  return (
    <>
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
    </>
  );
}
