import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../shared/ui/table/column';
import type { Account } from './accounts';
import { StateBadge } from './StateBadge';

/** The columns of the list, in the reader's language. */
export function useAccountColumns(): Column<Account>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('accounts.name'),
        primary: true,
        cell: ({ id, name }) => (
          <Link to="/gateway/accounts/$accountId" params={{ accountId: id }}>
            {name}
          </Link>
        ),
      },
      { id: 'username', header: t('session.username'), cell: ({ username }) => username },
      { id: 'unit', header: t('accounts.unit'), cell: ({ unit_code }) => unit_code ?? '—' },
      {
        id: 'roles',
        header: t('accounts.roles'),
        cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', '),
      },
      {
        id: 'state',
        header: t('accounts.state'),
        cell: (account) => <StateBadge account={account} />,
      },
    ],
    [t],
  );
}
