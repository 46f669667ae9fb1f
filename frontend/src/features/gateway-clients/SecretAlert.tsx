import { useTranslation } from 'react-i18next';
import { OneTimeSecret } from '../../shared/ui/OneTimeSecret';
import type { NewClient } from './clients';

/** A program's secret, shown this once. */
export function SecretAlert({ made }: { made: NewClient }) {
  const { t } = useTranslation();
  return (
    <OneTimeSecret
      title={t('clients.secret', { id: made.client_id })}
      hint={t('clients.secret_hint')}
      secret={made.client_secret}
      copyLabel={t('clients.copy')}
    />
  );
}
