import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { EmptyState } from '../../shared/ui/EmptyState';
import { useMay } from '../../shared/ui/May';
import { onDemand } from '../../shared/ui/onDemand';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ColumnMenu } from '../../shared/ui/table/ColumnMenu';
import { DataTable } from '../../shared/ui/table/DataTable';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import type { Filter } from '../../shared/ui/table/filter';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
import { useList } from '../../shared/ui/table/useList';
import { moveRequestsQuery, STATUSES } from './moveRequests';
import type { MoveRequestSearch } from './search';
import { useMoveRequestColumns } from './useMoveRequestColumns';

const ProposeMoveDialog = onDemand(() => import('./ProposeMoveDialog').then((m) => m.ProposeMoveDialog));
const route = getRouteApi('/shell/gateway/move-requests');

/** Which units were to go into which, who proposed it and who agreed. */
export function MoveRequestList() {
  const { t } = useTranslation();
  const search: MoveRequestSearch = route.useSearch();
  const navigate = route.useNavigate();
  const [isProposing, setIsProposing] = useState(false);
  const isNational = useQuery(sessionQuery).data?.person.national === true;
  const mayPropose = useMay('gateway_propose_move') && isNational;
  const list = useList(useInfiniteQuery(moveRequestsQuery(search)));
  const columns = useMoveRequestColumns();
  const { visibility, toggle } = useColumns('gateway-move-requests', columns);
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'status',
        label: t('accounts.state'),
        kind: 'choice',
        options: STATUSES.map((value) => ({ value, label: t(`role_grants.status.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <ListPage>
      <PageHeader
        title={t('move_requests.title')}
        lead={t('move_requests.lead')}
        actions={
          mayPropose && <Button onClick={() => setIsProposing(true)}>{t('move_requests.propose')}</Button>
        }
      />
      <FilterBar
        search={search}
        onChange={(next) => void navigate({ search: { ...search, ...next }, replace: true })}
        filters={filters}
        placeholder={t('move_requests.search')}
      >
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('move_requests.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        empty={<EmptyState title={t('move_requests.empty')} hint={t('move_requests.empty_hint')} />}
      />
      {isProposing && <ProposeMoveDialog onClose={() => setIsProposing(false)} />}
    </ListPage>
  );
}
