import { Button, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import { EmptyState } from '../../shared/ui/EmptyState';
import { onDemand } from '../../shared/ui/onDemand';
import { Panel } from '../../shared/ui/Panel';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { DataTable } from '../../shared/ui/table/DataTable';
import { useList } from '../../shared/ui/table/useList';
import type { DeliverySearch } from './search';
import { type Delivery, deliveriesQuery, FATES, refresh, replayFrom, type Webhook } from './webhooks';

const ActionDialog = onDemand(() =>
  import('../../shared/ui/record/ActionDialog').then((m) => m.ActionDialog),
);
const route = getRouteApi('/shell/gateway/webhooks/$webhookId');
const TONES = { pending: 'progress', delivered: 'good', dead: 'bad' } as const;
const ERRORS = ['status', 'redirect', 'timeout', 'connection', 'address', 'tls'] as const;

function useDeliveryColumns(onReplay: ((delivery: Delivery) => void) | null): Column<Delivery>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const outcome = ({ last_status, last_error, last_ms }: Delivery) => {
      const error = ERRORS.find((one) => one === last_error);
      const said = [
        error && t(`webhooks.error.${error}`),
        last_status && `HTTP ${last_status}`,
        last_ms !== null && `${formatNumber(last_ms)} ms`,
      ];
      return said.filter(Boolean).join(' · ') || '—';
    };
    const columns: Column<Delivery>[] = [
      { id: 'type', header: t('webhooks.type'), primary: true, cell: ({ type }) => type },
      {
        id: 'status',
        header: t('accounts.state'),
        cell: ({ status }) => {
          const fate = FATES.find((one) => one === status) ?? 'pending';
          return <StatusBadge tone={TONES[fate]} label={t(`webhooks.fate.${fate}`)} />;
        },
      },
      { id: 'pos', header: t('webhooks.position'), numeric: true, cell: ({ pos }) => formatNumber(pos) },
      { id: 'attempts', header: t('webhooks.attempts'), numeric: true, cell: ({ attempts }) => attempts },
      { id: 'outcome', header: t('webhooks.outcome'), cell: outcome },
      {
        id: 'at',
        header: t('webhooks.last_try'),
        cell: ({ last_at }) => (last_at ? formatDateTime(last_at) : '—'),
      },
      {
        id: 'next',
        header: t('webhooks.next_try'),
        cell: ({ status, next_at }) => (status === 'pending' ? formatDateTime(next_at) : '—'),
      },
    ];
    if (onReplay)
      columns.push({
        id: 'replay',
        header: t('webhooks.again'),
        cell: (delivery) => (
          <Button size="compact-sm" variant="default" onClick={() => onReplay(delivery)}>
            {t('webhooks.from_here')}
          </Button>
        ),
      });
    return columns;
  }, [t, onReplay]);
}

/** What was sent there, and a way to have it told again from any of it on. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const search: DeliverySearch = route.useSearch();
  const navigate = route.useNavigate();
  const [asked, setAsked] = useState<Delivery | null>(null);
  const list = useList(useInfiniteQuery(deliveriesQuery(webhook.id, search)));
  const columns = useDeliveryColumns(webhook.allowed_actions?.includes('replay') ? setAsked : null);
  return (
    <Panel title={t('webhooks.deliveries')}>
      <Stack>
        <Text size="sm">{t('webhooks.deliveries_hint')}</Text>
        <Select
          label={t('accounts.state')}
          placeholder={t('list.any')}
          maw={260}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          data={FATES.map((value) => ({ value, label: t(`webhooks.fate.${value}`) }))}
          value={search.status ?? null}
          onChange={(status) => void navigate({ search: status ? { ...search, status } : {}, replace: true })}
        />
        <DataTable
          label={t('webhooks.deliveries')}
          columns={columns}
          visibility={{}}
          list={list}
          empty={<EmptyState title={t('webhooks.none_sent')} hint={t('webhooks.none_sent_hint')} />}
        />
      </Stack>
      {asked && (
        <ActionDialog
          action={{
            name: 'replay',
            label: t('webhooks.act.replay'),
            consequence: t('webhooks.consequence.replay', {
              position: formatNumber(asked.pos),
              service: asked.service,
            }),
            run: async () => {
              await replayFrom(webhook, asked);
              await refresh(client);
            },
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  );
}
