/** Addresses that are told what happens: the list, one of them, what was sent there. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/gateway';
import { SCOPES } from '../../shared/api/generated/scopes';
import { keyset } from '../../shared/api/keyset';
import { ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';
import type { DeliverySearch, WebhookSearch } from './search';

export type Webhook = components['schemas']['WebhookOut'];
export type NewWebhook = components['schemas']['NewWebhookOut'];
export type Delivery = components['schemas']['DeliveryOut'];
type WebhookIn = components['schemas']['WebhookIn'];
type WebhookPatch = components['schemas']['WebhookPatch'];
type Query = NonNullable<operations['list_webhooks']['parameters']['query']>;
type Deliveries = NonNullable<operations['list_deliveries']['parameters']['query']>;

const KEY = ['gateway', 'webhooks'] as const;
export const STATUSES = ['active', 'disabled'] as const;
export const FATES = ['pending', 'delivered', 'dead'] as const;
export const REASONS = ['asked', 'gone', 'failing'] as const;

/** Nobody asked for it: the receiver said so, or nothing arrived for five days. */
export const isClosed = ({ disabled_reason }: Webhook) =>
  disabled_reason === 'gone' || disabled_reason === 'failing';

/** What a webhook is most often told of: all of a service, or one kind of record that is written. */
export const TYPES: readonly string[] = [
  ...new Set(
    SCOPES.filter((scope) => scope.endsWith(':write') && !/-|^gateway/.test(scope)).flatMap((scope) => {
      const [service = '', resource = ''] = scope.split(':');
      return [service, `${service}.${resource}`];
    }),
  ),
].sort();

export const webhooksQuery = (search: WebhookSearch) =>
  keyset([...KEY, 'list', search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(gateway.GET('/v1/webhooks', { params: { query }, signal }));
  });

const of = (id: string) => ({ path: { webhook_id: id } });
const at = (webhook: Webhook) => ({ ...of(webhook.id), header: ifMatch(webhook) });

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => body(gateway.GET('/v1/webhooks/{webhook_id}', { params: of(id), signal })),
  });

export const deliveriesQuery = (id: string, { status }: DeliverySearch) =>
  keyset([...KEY, id, 'deliveries', status], ({ cursor, signal }) => {
    const query = { ...(status && { status }), cursor, limit: 50 } as unknown as Deliveries;
    return body(
      gateway.GET('/v1/webhooks/{webhook_id}/deliveries', { params: { ...of(id), query }, signal }),
    );
  });

export const createWebhook = (values: WebhookIn) => body(gateway.POST('/v1/webhooks', { body: values }));

export const changeWebhook = (webhook: Webhook, patch: WebhookPatch) =>
  body(
    gateway.PATCH('/v1/webhooks/{webhook_id}', { params: at(webhook), body: patch, headers: MERGE_PATCH }),
  );

export const rotate = (webhook: Webhook, hours: number) =>
  body(
    gateway.POST('/v1/webhooks/{webhook_id}/rotate', {
      params: at(webhook),
      body: { overlap_hours: hours },
    }),
  );

export const disable = (webhook: Webhook) =>
  body(gateway.POST('/v1/webhooks/{webhook_id}/disable', { params: at(webhook) }));

export const enable = (webhook: Webhook) =>
  body(gateway.POST('/v1/webhooks/{webhook_id}/enable', { params: at(webhook) }));

/** Tells it again from this delivery on, itself included. */
export const replayFrom = (webhook: Webhook, { service, pos }: Delivery) =>
  body(
    gateway.POST('/v1/webhooks/{webhook_id}/replay', {
      params: at(webhook),
      body: { service, after: pos - 1 },
    }),
  );

export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: KEY });
