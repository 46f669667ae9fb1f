import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { EmptyState } from '../../shared/ui/EmptyState';
import { useNames } from '../../shared/ui/kept/useNames';
import { OUTCOMES, obligations, RULES } from '../../shared/ui/owed/owed';
import { PageHeader } from '../../shared/ui/PageHeader';
import { DataTable } from '../../shared/ui/table/DataTable';
import { ExportMenu } from '../../shared/ui/table/ExportMenu';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import type { Filter } from '../../shared/ui/table/filter';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
import { useList } from '../../shared/ui/table/useList';
import type { ObligationSearch } from './search';
import { useObligationColumns } from './useObligationColumns';

const route = getRouteApi('/shell/registry/obligations');
const FIRST_YEAR = 2022;

/** What organisations owe after the grant, and what came: notices, plans, annual reports. */
export function ObligationList() {
  const { t } = useTranslation();
  const { codes } = useNames();
  const search: ObligationSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(obligations.list(search)));
  const columns = useObligationColumns();
  const { visibility } = useColumns('registry-obligations', columns);
  const filters = useMemo((): Filter[] => {
    // a period begins in December of the year before
    const last = Number(today().slice(0, 4)) + 1;
    const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => String(last - back));
    const choice = (key: string, label: string, options: { value: string; label: string }[]) =>
      ({ key, label, kind: 'choice', options }) as const;
    return [
      choice(
        'rule',
        t('registry_obligations.field.rule'),
        RULES.map((value) => ({ value, label: t(`registry_obligations.rule.${value}`) })),
      ),
      choice(
        'status',
        t('registry_obligations.field.status'),
        (['open', ...OUTCOMES] as const).map((value) => ({
          value,
          label: t(`registry_obligations.status.${value}`),
        })),
      ),
      choice(
        'year',
        t('registry_obligations.field.year'),
        years.map((value) => ({ value, label: value })),
      ),
      choice('unit', t('registry_obligations.field.unit'), codes),
      { key: 'as_of', label: t('registry_obligations.field.as_of'), kind: 'date' },
    ];
  }, [t, codes]);
  return (
    <ListPage>
      <PageHeader
        title={t('registry_obligations.title')}
        lead={t('registry_obligations.lead')}
        actions={<ExportMenu path="/api/registry/v1/obligations" search={search} name="nghia-vu" />}
      />
      <FilterBar
        search={search}
        onChange={change}
        filters={filters}
        placeholder={t('registry_procedures.search')}
      />
      <DataTable
        label={t('registry_obligations.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
        empty={
          <EmptyState title={t('registry_obligations.empty')} hint={t('registry_obligations.empty_hint')} />
        }
      />
    </ListPage>
  );
}
