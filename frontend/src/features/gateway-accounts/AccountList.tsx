import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { May } from '../../shared/ui/May';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ColumnMenu } from '../../shared/ui/table/ColumnMenu';
import { DataTable } from '../../shared/ui/table/DataTable';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import type { Filter } from '../../shared/ui/table/filter';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
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
  const { visibility, toggle } = useColumns('gateway-accounts', columns);
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
    <ListPage>
      <PageHeader
        title={t('accounts.title')}
        actions={
          <May do="gateway_create_invitation">
            <Button component={Link} to="/gateway/accounts/new">
              {t('accounts.invite')}
            </Button>
          </May>
        }
      />
      <FilterBar search={search} onChange={change} filters={filters} placeholder={t('accounts.search')}>
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('accounts.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        empty={<EmptyState title={t('accounts.empty')} hint={t('accounts.empty_hint')} />}
      />
    </ListPage>
  );
}
