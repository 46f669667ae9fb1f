import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Account } from './accounts';

export function StateBadge({ account }: { account: Account }) {
  const { t } = useTranslation();
  return account.disabled_at ? (
    <StatusBadge tone="bad" label={t('accounts.disabled')} />
  ) : (
    <StatusBadge tone="good" label={t('accounts.active')} />
  );
}
