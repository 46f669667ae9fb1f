import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { May } from '../../shared/ui/May';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { proceduresQuery } from './procedures';
import type { ProcedureSearch } from './search';
import { useProcedureColumns } from './useProcedureColumns';
import { KINDS, STATUSES } from './words';

const route = getRouteApi('/shell/registry/procedures');

/** The procedures about certificates, of this unit or, for national staff, of every unit. */
export function ProcedureList() {
  const { t } = useTranslation();
  const search: ProcedureSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(proceduresQuery(search)));
  const columns = useProcedureColumns();
  const filters = useMemo(
    (): Filter[] => [
      {
        key: 'kind',
        label: t('registry_procedures.field.kind'),
        kind: 'choice',
        options: KINDS.map((value) => ({ value, label: t(`registry_procedures.kind.${value}`) })),
      },
      {
        key: 'status',
        label: t('registry_procedures.field.status'),
        kind: 'choice',
        options: STATUSES.map((value) => ({ value, label: t(`registry_procedures.status.${value}`) })),
      },
      {
        key: 'open',
        label: t('registry_procedures.filter.open'),
        kind: 'choice',
        options: (['true', 'false'] as const).map((value) => ({
          value,
          label: t(`registry_procedures.filter.is_open.${value}`),
        })),
      },
      { key: 'due_to', label: t('registry_procedures.filter.due_to'), kind: 'date' },
    ],
    [t],
  );
  return (
    <ListScreen
      name="registry-procedures"
      text={{
        title: t('registry_procedures.title'),
        search: t('registry_procedures.search'),
        empty: t('registry_procedures.empty'),
        empty_hint: t('registry_procedures.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      file={{ path: '/api/registry/v1/procedures', name: 'thu-tuc' }}
      actions={
        <May do="registry_create_procedure">
          <Button component={Link} to="/registry/procedures/new">
            {t('registry_procedures.add')}
          </Button>
        </May>
      }
    />
  );
}
