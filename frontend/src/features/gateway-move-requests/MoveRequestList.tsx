import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { useMay } from '../../shared/ui/May';
import { onDemand } from '../../shared/ui/onDemand';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
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
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const [isProposing, setIsProposing] = useState(false);
  const isNational = useQuery(sessionQuery).data?.person.national === true;
  const mayPropose = useMay('gateway_propose_move') && isNational;
  const list = useList(useInfiniteQuery(moveRequestsQuery(search)));
  const columns = useMoveRequestColumns();
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
    <ListScreen
      name="gateway-move-requests"
      text={{
        title: t('move_requests.title'),
        lead: t('move_requests.lead'),
        search: t('move_requests.search'),
        empty: t('move_requests.empty'),
        empty_hint: t('move_requests.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      actions={
        mayPropose && <Button onClick={() => setIsProposing(true)}>{t('move_requests.propose')}</Button>
      }
    >
      {isProposing && <ProposeMoveDialog onClose={() => setIsProposing(false)} />}
    </ListScreen>
  );
}
