import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ColumnMenu } from '../../shared/ui/table/ColumnMenu';
import { DataTable } from '../../shared/ui/table/DataTable';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import type { Filter } from '../../shared/ui/table/filter';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
import { useList } from '../../shared/ui/table/useList';
import type { UnitSearch } from './search';
import { STATUSES, unitsQuery } from './units';
import { useUnitColumns } from './useUnitColumns';

const route = getRouteApi('/shell/registry/units');

/** The unions of friendship organisations, central and local. */
export function UnitList() {
  const { t } = useTranslation();
  const search: UnitSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(unitsQuery(search)));
  const columns = useUnitColumns();
  const { visibility, toggle } = useColumns('registry-units', columns);
  const filters = useMemo(
    (): Filter[] => [
      {
        key: 'status',
        label: t('registry_units.field.status'),
        kind: 'choice',
        options: STATUSES.map((value) => ({ value, label: t(`registry_units.status.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <ListPage>
      <PageHeader title={t('registry_units.title')} />
      <FilterBar search={search} onChange={change} filters={filters} placeholder={t('registry_units.search')}>
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('registry_units.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        empty={<EmptyState title={t('registry_units.empty')} hint={t('registry_units.empty_hint')} />}
      />
    </ListPage>
  );
}
