import { Alert, Button, Code, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { onDemand } from '../../shared/ui/onDemand';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { ActionButtons, type RecordAction } from '../../shared/ui/record/ActionButtons';
import { Deliveries } from './Deliveries';
import { SecretAlert } from './SecretAlert';
import { WebhookBadge } from './WebhookBadge';
import {
  disable,
  enable,
  isClosed,
  type NewWebhook,
  REASONS,
  refresh,
  rotate,
  type Webhook,
  webhookQuery,
} from './webhooks';

const WebhookDialog = onDemand(() => import('./WebhookDialog').then((m) => m.WebhookDialog));
const route = getRouteApi('/shell/gateway/webhooks/$webhookId');
// For so long both secrets sign, so that the receiver has a day to change over.
const OVERLAP_HOURS = 24;

/** One address: what it is told, whether that arrives, and what was sent. */
export function WebhookRecord() {
  const { webhookId } = route.useParams();
  return (
    <QueryState query={useQuery(webhookQuery(webhookId))}>
      {(webhook) => <Shown webhook={webhook} key={webhook.id} />}
    </QueryState>
  );
}

function Shown({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [made, setMade] = useState<NewWebhook | null>(null);
  const [isChanging, setIsChanging] = useState(false);
  const act = (
    name: 'rotate' | 'disable' | 'enable',
    run: () => Promise<unknown>,
    tone?: RecordAction['tone'],
  ): RecordAction => ({
    name,
    label: t(`webhooks.act.${name}`),
    consequence: t(`webhooks.consequence.${name}`),
    ...(tone && { tone }),
    run: async () => {
      await run();
      await refresh(client);
    },
  });
  const reason = REASONS.find((one) => one === webhook.disabled_reason);
  const when = (at: string | null) => at && formatDateTime(at);
  return (
    <>
      <PageHeader
        back={
          <Link to="/gateway/webhooks" activeOptions={{ exact: true }}>
            {t('webhooks.title')}
          </Link>
        }
        title={webhook.name}
        lead={webhook.url}
        badge={<WebhookBadge webhook={webhook} />}
        actions={
          <>
            {webhook.allowed_actions?.includes('change') && (
              <Button variant="default" onClick={() => setIsChanging(true)}>
                {t('webhooks.act.update')}
              </Button>
            )}
            <ActionButtons
              allowed={webhook.allowed_actions ?? []}
              actions={[
                act('rotate', async () => setMade(await rotate(webhook, OVERLAP_HOURS))),
                act('disable', () => disable(webhook), 'grave'),
                act('enable', () => enable(webhook)),
              ]}
            />
          </>
        }
      />
      <Stack>
        {made && <SecretAlert made={made} />}
        {isClosed(webhook) && (
          <Alert color="red" title={t('webhooks.closed_title', { date: when(webhook.updated_at) })}>
            {t('webhooks.closed_hint')}
          </Alert>
        )}
        <Panel title={t('webhooks.about')}>
          <DefinitionList
            items={[
              { term: t('accounts.unit'), value: webhook.unit_code ?? t('session.national') },
              { term: t('webhooks.last_success'), value: when(webhook.last_success_at) },
              { term: t('webhooks.failing_since'), value: when(webhook.failing_since) },
              { term: t('webhooks.reason_title'), value: reason && t(`webhooks.reason.${reason}`) },
              {
                term: t('webhooks.types'),
                wide: true,
                value: webhook.types.map((type) => <Code key={type}>{type} </Code>),
              },
            ]}
          />
        </Panel>
        <Deliveries webhook={webhook} />
      </Stack>
      {isChanging && <WebhookDialog webhook={webhook} onClose={() => setIsChanging(false)} />}
    </>
  );
}
