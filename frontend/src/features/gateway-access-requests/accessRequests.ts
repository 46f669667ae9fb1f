/** Ways into the account of somebody who decides: they wait for a second administrator. */
import type { QueryClient } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/gateway';
import { keyset } from '../../shared/api/keyset';
import { ifMatch } from '../../shared/api/preconditions';
import type { AccessRequestSearch } from './search';

export type AccessRequest = components['schemas']['AccessRequestOut'];
export type Confirmed = components['schemas']['ConfirmedOut'];
type Query = NonNullable<operations['list_access_requests']['parameters']['query']>;

const KEY = ['gateway', 'access-requests'] as const;
export const STATUSES = ['proposed', 'confirmed', 'declined'] as const;

export const accessRequestsQuery = (search: AccessRequestSearch) =>
  keyset([...KEY, search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(gateway.GET('/v1/access-requests', { params: { query }, signal }));
  });

const at = (one: AccessRequest) => ({ path: { request_id: one.id }, header: ifMatch(one) });

export const confirm = (one: AccessRequest) =>
  body(gateway.POST('/v1/access-requests/{request_id}/confirm', { params: at(one) }));

export const decline = (one: AccessRequest, reason: string) =>
  body(gateway.POST('/v1/access-requests/{request_id}/decline', { params: at(one), body: { reason } }));

export const object = (one: AccessRequest) =>
  body(gateway.POST('/v1/access-requests/{request_id}/object', { params: at(one) }));

// the account is another record now
export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: ['gateway'] });
