import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { May } from '../../shared/ui/May';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { accountsQuery, ROLES } from './accounts';
import type { AccountSearch } from './search';
import { useAccountColumns } from './useAccountColumns';

const route = getRouteApi('/shell/gateway/accounts');

/** Who may sign in, and as what. */
export function AccountList() {
  const { t } = useTranslation();
  const search: AccountSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(accountsQuery(search)));
  const columns = useAccountColumns();
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'role',
        label: t('accounts.role'),
        kind: 'choice',
        options: ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <ListScreen
      name="gateway-accounts"
      text={{
        title: t('accounts.title'),
        search: t('accounts.search'),
        empty: t('accounts.empty'),
        empty_hint: t('accounts.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      actions={
        <May do="gateway_create_invitation">
          <Button component={Link} to="/gateway/accounts/new">
            {t('accounts.invite')}
          </Button>
        </May>
      }
    />
  );
}
