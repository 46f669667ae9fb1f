import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { May } from '../../shared/ui/May';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { DelegationActions } from './DelegationActions';
import { type Delegation, delegationsQuery, STATUSES } from './delegations';
import type { DelegationSearch } from './search';

const route = getRouteApi('/shell/gateway/delegations');
const TONES = { proposed: 'progress', active: 'good', ended: 'neutral', declined: 'bad' } as const;

function useDelegationColumns(): Column<Delegation>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'giver', header: t('delegations.giver'), primary: true, cell: ({ giver_name }) => giver_name },
      { id: 'taker', header: t('delegations.taker'), cell: ({ taker_name }) => taker_name },
      {
        id: 'roles',
        header: t('accounts.roles'),
        cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(', '),
      },
      {
        id: 'days',
        header: t('delegations.days'),
        cell: ({ starts_on, ends_on }) => `${formatDate(starts_on)} – ${formatDate(ends_on)}`,
      },
      {
        id: 'state',
        header: t('accounts.state'),
        cell: ({ status }) => {
          const known = STATUSES.find((one) => one === status) ?? 'ended';
          return <StatusBadge tone={TONES[known]} label={t(`delegations.status.${known}`)} />;
        },
      },
      { id: 'reason', header: t('action.reason'), cell: ({ reason }) => reason },
      { id: 'unit', header: t('accounts.unit'), optional: true, cell: ({ unit_code }) => unit_code },
      {
        id: 'decided',
        header: t('delegations.decided_by'),
        optional: true,
        cell: ({ decided_name }) => decided_name ?? '—',
      },
      {
        id: 'act',
        header: t('delegations.act_title'),
        cell: (delegation) => <DelegationActions delegation={delegation} />,
      },
    ],
    [t],
  );
}

/** Who stands in for whom, from when to when. */
export function DelegationList() {
  const { t } = useTranslation();
  const search: DelegationSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(delegationsQuery(search)));
  const columns = useDelegationColumns();
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'status',
        label: t('accounts.state'),
        kind: 'choice',
        options: STATUSES.map((value) => ({ value, label: t(`delegations.status.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <ListScreen
      name="gateway-delegations"
      text={{
        title: t('delegations.title'),
        lead: t('delegations.lead'),
        search: t('delegations.search'),
        empty: t('delegations.empty'),
        empty_hint: t('delegations.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      actions={
        <May do="gateway_create_delegation">
          <Button component={Link} to="/gateway/delegations/new">
            {t('delegations.add')}
          </Button>
        </May>
      }
    />
  );
}
