import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from './accounts';

export function StateBadge({ account }: { account: Account }) {
  const { t } = useTranslation();
  return account.disabled_at ? (
    <Badge color="red" variant="light">
      {t('accounts.disabled')}
    </Badge>
  ) : (
    <Badge color="teal" variant="light">
      {t('accounts.active')}
    </Badge>
  );
}
