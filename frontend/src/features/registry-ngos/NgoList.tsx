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
import { ngosQuery } from './ngos';
import type { NgoSearch } from './search';
import { useNgoColumns } from './useNgoColumns';
import { useNgoFilters } from './useNgoFilters';

const route = getRouteApi('/shell/registry/ngos');

export function NgoList() {
  const { t } = useTranslation();
  const search: NgoSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(ngosQuery(search)));
  const columns = useNgoColumns();
  const { visibility, toggle } = useColumns('registry-ngos', columns);
  return (
    <ListPage>
      <PageHeader
        title={t('registry_ngos.title')}
        actions={
          <>
            <ExportMenu path="/api/registry/v1/ngos" search={search} name="to-chuc-pcpnn" />
            <May do="registry_create_import">
              <Button variant="default" component={Link} to="/registry/imports/new">
                {t('registry_ngos.import')}
              </Button>
            </May>
            <May do="registry_create_ngo">
              <Button component={Link} to="/registry/ngos/new">
                {t('registry_ngos.add')}
              </Button>
            </May>
          </>
        }
      />
      <FilterBar
        search={search}
        onChange={change}
        filters={useNgoFilters(search)}
        placeholder={t('registry_ngos.search')}
      >
        <SavedViews list="registry-ngos" search={search} onOpen={change} />
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('registry_ngos.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
        empty={<EmptyState title={t('registry_ngos.empty')} hint={t('registry_ngos.empty_hint')} />}
      />
    </ListPage>
  );
}
