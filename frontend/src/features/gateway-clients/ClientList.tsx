import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../shared/format/dates';
import { EmptyState } from '../../shared/ui/EmptyState';
import { May } from '../../shared/ui/May';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ColumnMenu } from '../../shared/ui/table/ColumnMenu';
import type { Column } from '../../shared/ui/table/column';
import { DataTable } from '../../shared/ui/table/DataTable';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
import { useList } from '../../shared/ui/table/useList';
import { ClientBadge } from './ClientBadge';
import { type Client, clientsQuery } from './clients';
import type { ClientSearch } from './search';

const route = getRouteApi('/shell/gateway/clients');

function useClientColumns(): Column<Client>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('clients.name'),
        primary: true,
        cell: ({ id, name }) => (
          <Link to="/gateway/clients/$clientId" params={{ clientId: id }}>
            {name}
          </Link>
        ),
      },
      { id: 'client_id', header: t('clients.client_id'), cell: ({ client_id }) => client_id },
      { id: 'unit', header: t('accounts.unit'), cell: ({ unit_code }) => unit_code ?? '—' },
      { id: 'state', header: t('accounts.state'), cell: (client) => <ClientBadge client={client} /> },
      {
        id: 'expires',
        header: t('clients.expires'),
        cell: ({ secret_expires_at }) => formatDate(secret_expires_at),
      },
      {
        id: 'used',
        header: t('clients.used'),
        cell: ({ last_used_at }) => (last_used_at ? formatDateTime(last_used_at) : t('clients.never')),
      },
    ],
    [t],
  );
}

/** Which programs may come in, for whom, and until when. */
export function ClientList() {
  const { t } = useTranslation();
  const search: ClientSearch = route.useSearch();
  const navigate = route.useNavigate();
  const list = useList(useInfiniteQuery(clientsQuery(search)));
  const columns = useClientColumns();
  const { visibility, toggle } = useColumns('gateway-clients', columns);
  return (
    <ListPage>
      <PageHeader
        title={t('clients.title')}
        actions={
          <May do="gateway_create_client">
            <Button component={Link} to="/gateway/clients/new">
              {t('clients.add')}
            </Button>
          </May>
        }
      />
      <FilterBar
        search={search}
        onChange={(next) => void navigate({ search: { ...search, ...next }, replace: true })}
        filters={[]}
        placeholder={t('clients.search')}
      >
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('clients.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        empty={<EmptyState title={t('clients.empty')} hint={t('clients.empty_hint')} />}
      />
    </ListPage>
  );
}
