import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { May } from '../../shared/ui/May';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ColumnMenu } from '../../shared/ui/table/ColumnMenu';
import { DataTable } from '../../shared/ui/table/DataTable';
import { ExportMenu } from '../../shared/ui/table/ExportMenu';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import { ListPage } from '../../shared/ui/table/ListPage';
import { SavedViews } from '../../shared/ui/table/SavedViews';
import { useColumns } from '../../shared/ui/table/useColumns';
import { useList } from '../../shared/ui/table/useList';
import { grantsQuery } from './grants';
import type { GrantSearch } from './search';
import { useGrantColumns } from './useGrantColumns';
import { useGrantFilters } from './useGrantFilters';

const route = getRouteApi('/shell/aid/grants');

export function GrantList() {
  const { t } = useTranslation();
  const search: GrantSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(grantsQuery(search)));
  const columns = useGrantColumns();
  const filters = useGrantFilters();
  const { visibility, toggle } = useColumns('aid-grants', columns);
  return (
    <ListPage>
      <PageHeader
        title={t('aid_grants.title')}
        actions={
          <>
            <ExportMenu path="/api/aid/v1/grants" search={search} name="khoan-vien-tro" />
            <May do="aid_create_grant">
              <Button component={Link} to="/aid/grants/new">
                {t('aid_grants.add')}
              </Button>
            </May>
          </>
        }
      />
      <FilterBar search={search} onChange={change} filters={filters} placeholder={t('aid_grants.search')}>
        <SavedViews list="aid-grants" search={search} onOpen={change} />
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('aid_grants.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
        empty={<EmptyState title={t('aid_grants.empty')} hint={t('aid_grants.empty_hint')} />}
      />
    </ListPage>
  );
}
