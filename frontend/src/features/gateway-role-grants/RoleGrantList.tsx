import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../shared/format/dates';
import { RowActions } from '../../shared/ui/record/RowActions';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { confirm, decline, type RoleGrant, refresh, roleGrantsQuery, STATUSES } from './roleGrants';
import type { RoleGrantSearch } from './search';

const route = getRouteApi('/shell/gateway/role-grants');
const TONES = { proposed: 'progress', confirmed: 'good', declined: 'bad' } as const;

/** What the server lets this administrator do about one proposal. */
function Decide({ grant }: { grant: RoleGrant }) {
  const { t } = useTranslation();
  return (
    <RowActions
      allowed={grant.allowed_actions}
      refresh={refresh}
      actions={[
        {
          name: 'confirm',
          label: t('role_grants.act.confirm'),
          consequence: t('role_grants.consequence.confirm', { name: grant.account_name }),
          run: () => confirm(grant),
        },
        {
          name: 'decline',
          label: t('role_grants.act.decline'),
          consequence: t('role_grants.consequence.decline'),
          tone: 'grave',
          reason: true,
          run: (reason) => decline(grant, reason),
        },
      ]}
    />
  );
}

function useRoleGrantColumns(): Column<RoleGrant>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const day = (date: string | null) => (date ? formatDate(date) : '…');
    return [
      {
        id: 'person',
        header: t('role_grants.person'),
        primary: true,
        cell: ({ account_id, account_name, username }) => (
          <>
            <Link to="/gateway/accounts/$accountId" params={{ accountId: account_id }}>
              {account_name}
            </Link>
            <Text size="sm" c="dimmed">
              {username}
            </Text>
          </>
        ),
      },
      { id: 'unit', header: t('accounts.unit'), cell: ({ unit_code }) => unit_code ?? '—' },
      {
        id: 'role',
        header: t('accounts.role'),
        cell: ({ role, starts_on, ends_on }) =>
          starts_on || ends_on
            ? `${t(`role.${role}`)}, ${day(starts_on)} – ${day(ends_on)}`
            : t(`role.${role}`),
      },
      { id: 'reason', header: t('action.reason'), cell: ({ reason }) => reason },
      {
        id: 'proposed',
        header: t('role_grants.proposed_by'),
        cell: ({ proposed_name, created_at }) => `${proposed_name}, ${formatDateTime(created_at)}`,
      },
      {
        id: 'state',
        header: t('accounts.state'),
        cell: ({ status, decided_name }) => {
          const known = STATUSES.find((one) => one === status) ?? 'proposed';
          return (
            <>
              <StatusBadge tone={TONES[known]} label={t(`role_grants.status.${known}`)} /> {decided_name}
            </>
          );
        },
      },
      { id: 'decide', header: t('role_grants.decide'), cell: (grant) => <Decide grant={grant} /> },
    ];
  }, [t]);
}

/** Which roles were proposed, by whom, and who agreed. */
export function RoleGrantList() {
  const { t } = useTranslation();
  const search: RoleGrantSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(roleGrantsQuery(search)));
  const columns = useRoleGrantColumns();
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
      name="gateway-role-grants"
      text={{
        title: t('role_grants.title'),
        lead: t('role_grants.lead'),
        search: t('accounts.search'),
        empty: t('role_grants.empty'),
        empty_hint: t('role_grants.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
    />
  );
}
