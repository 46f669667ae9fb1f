import { useTranslation } from 'react-i18next';
import { OneTimeSecret } from '../../shared/ui/OneTimeSecret';
import type { NewWebhook } from './webhooks';

/** The secret that signs what is sent, shown this once. */
export function SecretAlert({ made }: { made: NewWebhook }) {
  const { t } = useTranslation();
  return (
    <OneTimeSecret
      title={t('webhooks.secret', { name: made.name })}
      hint={t('webhooks.secret_hint')}
      secret={made.secret}
      copyLabel={t('clients.copy')}
    />
  );
}
