import { Box } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { EmptyState } from '../../shared/ui/EmptyState';
import { OneTimeSecret } from '../../shared/ui/OneTimeSecret';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ColumnMenu } from '../../shared/ui/table/ColumnMenu';
import { DataTable } from '../../shared/ui/table/DataTable';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import type { Filter } from '../../shared/ui/table/filter';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
import { useList } from '../../shared/ui/table/useList';
import { accessRequestsQuery, type Confirmed, STATUSES } from './accessRequests';
import type { AccessRequestSearch } from './search';
import { useAccessRequestColumns } from './useAccessRequestColumns';

const route = getRouteApi('/shell/gateway/access-requests');

/** Who asked for a way into whose account, and who agreed. */
export function AccessRequestList() {
  const { t } = useTranslation();
  const search: AccessRequestSearch = route.useSearch();
  const navigate = route.useNavigate();
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  const list = useList(useInfiniteQuery(accessRequestsQuery(search)));
  const columns = useAccessRequestColumns(setConfirmed);
  const { visibility, toggle } = useColumns('gateway-access-requests', columns);
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
      <PageHeader title={t('access_requests.title')} lead={t('access_requests.lead')} />
      {confirmed?.link && confirmed.link_expires_at && (
        <Box flex="none">
          <OneTimeSecret
            title={t('accounts.link', { name: confirmed.username })}
            hint={t('accounts.link_hint', { until: formatDateTime(confirmed.link_expires_at) })}
            secret={confirmed.link}
            copyLabel={t('accounts.copy')}
          />
        </Box>
      )}
      <FilterBar
        search={search}
        onChange={(next) => void navigate({ search: { ...search, ...next }, replace: true })}
        filters={filters}
        placeholder={t('accounts.search')}
      >
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('access_requests.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        empty={<EmptyState title={t('access_requests.empty')} hint={t('access_requests.empty_hint')} />}
      />
    </ListPage>
  );
}
