import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { May } from '../../shared/ui/May';
import type { Column } from '../../shared/ui/table/column';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import type { WebhookSearch } from './search';
import { WebhookBadge } from './WebhookBadge';
import { STATUSES, type Webhook, webhooksQuery } from './webhooks';

const route = getRouteApi('/shell/gateway/webhooks');

function useWebhookColumns(): Column<Webhook>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('webhooks.name'),
        primary: true,
        cell: ({ id, name }) => (
          <Link to="/gateway/webhooks/$webhookId" params={{ webhookId: id }}>
            {name}
          </Link>
        ),
      },
      { id: 'url', header: t('webhooks.url'), cell: ({ url }) => url },
      { id: 'unit', header: t('accounts.unit'), cell: ({ unit_code }) => unit_code ?? t('session.national') },
      { id: 'state', header: t('accounts.state'), cell: (webhook) => <WebhookBadge webhook={webhook} /> },
      {
        id: 'success',
        header: t('webhooks.last_success'),
        cell: ({ last_success_at }) => (last_success_at ? formatDateTime(last_success_at) : '—'),
      },
    ],
    [t],
  );
}

/** Which addresses are told what happens, and whether it arrives. */
export function WebhookList() {
  const { t } = useTranslation();
  const search: WebhookSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(webhooksQuery(search)));
  const columns = useWebhookColumns();
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'status',
        label: t('accounts.state'),
        kind: 'choice',
        options: STATUSES.map((value) => ({ value, label: t(`webhooks.status.${value}`) })),
      },
    ],
    [t],
  );
  return (
    <ListScreen
      name="gateway-webhooks"
      text={{
        title: t('webhooks.title'),
        search: t('webhooks.search'),
        empty: t('webhooks.empty'),
        empty_hint: t('webhooks.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      actions={
        <May do="gateway_create_webhook">
          <Button component={Link} to="/gateway/webhooks/new">
            {t('webhooks.add')}
          </Button>
        </May>
      }
    />
  );
}
