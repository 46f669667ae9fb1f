import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { deadlinesQuery, WHATS } from './deadlines';
import type { DeadlineSearch } from './search';
import { useDeadlineColumns } from './useDeadlineColumns';

const route = getRouteApi('/shell/registry/deadlines');

/** Certificates that run out within 120 days, and the steps of procedures that are due or late. */
export function DeadlineList() {
  const { t } = useTranslation();
  const search: DeadlineSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(deadlinesQuery(search)));
  const columns = useDeadlineColumns();
  const filters = useMemo(
    (): Filter[] => [
      {
        key: 'what',
        label: t('registry_deadlines.field.what'),
        kind: 'choice',
        options: WHATS.map((value) => ({ value, label: t(`registry_deadlines.what.${value}`) })),
      },
      {
        key: 'overdue',
        label: t('registry_deadlines.field.urgency'),
        kind: 'choice',
        options: [{ value: 'true', label: t('registry_deadlines.only_overdue') }],
      },
      {
        key: 'within',
        label: t('registry_deadlines.within'),
        kind: 'choice',
        options: ['60', '90', '120', '365'].map((value) => ({
          value,
          label: t('registry_deadlines.days', { count: Number(value) }),
        })),
      },
    ],
    [t],
  );
  return (
    <ListScreen
      name="registry-deadlines"
      text={{
        title: t('registry_deadlines.title'),
        lead: t('registry_deadlines.lead'),
        search: t('registry_procedures.search'),
        empty: t('registry_deadlines.empty'),
        empty_hint: t('registry_deadlines.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      file={{ path: '/api/registry/v1/deadlines', name: 'han' }}
    />
  );
}
