import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../shared/format/dates';
import { May } from '../../shared/ui/May';
import type { Column } from '../../shared/ui/table/column';
import { ListScreen } from '../../shared/ui/table/ListScreen';
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
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(clientsQuery(search)));
  const columns = useClientColumns();
  return (
    <ListScreen
      name="gateway-clients"
      text={{
        title: t('clients.title'),
        search: t('clients.search'),
        empty: t('clients.empty'),
        empty_hint: t('clients.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      actions={
        <May do="gateway_create_client">
          <Button component={Link} to="/gateway/clients/new">
            {t('clients.add')}
          </Button>
        </May>
      }
    />
  );
}
