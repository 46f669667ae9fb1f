import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { OneTimeSecret } from '../../shared/ui/OneTimeSecret';
import type { Link } from './accounts';

/** A one-time link, shown this once. */
export function LinkAlert({ link }: { link: Link }) {
  const { t } = useTranslation();
  return (
    <OneTimeSecret
      title={t('accounts.link', { name: link.username })}
      hint={t('accounts.link_hint', { until: formatDateTime(link.expires_at) })}
      secret={link.link}
      copyLabel={t('accounts.copy')}
    />
  );
}
