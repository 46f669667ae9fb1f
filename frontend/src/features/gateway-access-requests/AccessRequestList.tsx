import { Box } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { OneTimeSecret } from '../../shared/ui/OneTimeSecret';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
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
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null);
  const list = useList(useInfiniteQuery(accessRequestsQuery(search)));
  const columns = useAccessRequestColumns(setConfirmed);
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
      name="gateway-access-requests"
      text={{
        title: t('access_requests.title'),
        lead: t('access_requests.lead'),
        search: t('accounts.search'),
        empty: t('access_requests.empty'),
        empty_hint: t('access_requests.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      notice={
        confirmed?.link &&
        confirmed.link_expires_at && (
          <Box flex="none">
            <OneTimeSecret
              title={t('accounts.link', { name: confirmed.username })}
              hint={t('accounts.link_hint', { until: formatDateTime(confirmed.link_expires_at) })}
              secret={confirmed.link}
              copyLabel={t('accounts.copy')}
            />
          </Box>
        )
      }
    />
  );
}
