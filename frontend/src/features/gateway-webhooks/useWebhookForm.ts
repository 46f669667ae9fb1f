import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Values } from './WebhookFields';

/** The form of a new address, or of one that stands. */
export function useWebhookForm(initialValues: Values) {
  const { t } = useTranslation();
  const needed = (text: string) => (text.trim() ? null : t('form.required'));
  return useForm<Values>({
    initialValues,
    validate: {
      name: needed,
      url: needed,
      types: (chosen) => (chosen.length ? null : t('form.required')),
    },
  });
}
