import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { EmptyState } from '../../shared/ui/EmptyState';
import { May } from '../../shared/ui/May';
import { PageHeader } from '../../shared/ui/PageHeader';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { ColumnMenu } from '../../shared/ui/table/ColumnMenu';
import type { Column } from '../../shared/ui/table/column';
import { DataTable } from '../../shared/ui/table/DataTable';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import type { Filter } from '../../shared/ui/table/filter';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
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
  const list = useList(useInfiniteQuery(delegationsQuery(search)));
  const columns = useDelegationColumns();
  const { visibility, toggle } = useColumns('gateway-delegations', columns);
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
    <ListPage>
      <PageHeader
        title={t('delegations.title')}
        lead={t('delegations.lead')}
        actions={
          <May do="gateway_create_delegation">
            <Button component={Link} to="/gateway/delegations/new">
              {t('delegations.add')}
            </Button>
          </May>
        }
      />
      <FilterBar
        search={search}
        onChange={(next) => void navigate({ search: { ...search, ...next }, replace: true })}
        filters={filters}
        placeholder={t('delegations.search')}
      >
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('delegations.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        empty={<EmptyState title={t('delegations.empty')} hint={t('delegations.empty_hint')} />}
      />
    </ListPage>
  );
}
