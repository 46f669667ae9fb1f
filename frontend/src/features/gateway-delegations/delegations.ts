/** Roles handed to a colleague for an absence. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/gateway';
import { keyset } from '../../shared/api/keyset';
import { ifMatch } from '../../shared/api/preconditions';
import type { DelegationSearch } from './search';

export type Delegation = components['schemas']['DelegationOut'];
export type DelegationIn = components['schemas']['DelegationIn'];
type Query = NonNullable<operations['list_delegations']['parameters']['query']>;

const KEY = ['gateway', 'delegations'] as const;
export const STATUSES = ['proposed', 'active', 'ended', 'declined'] as const;

export const delegationsQuery = (search: DelegationSearch) =>
  keyset([...KEY, 'list', search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(gateway.GET('/v1/delegations', { params: { query }, signal }));
  });

export const colleaguesQuery = queryOptions({
  queryKey: [...KEY, 'colleagues'],
  queryFn: ({ signal }) =>
    body(gateway.GET('/v1/delegations/colleagues', { params: { query: { limit: 200 } }, signal })),
});

const at = (one: Delegation) => ({ path: { delegation_id: one.id }, header: ifMatch(one) });

export const create = (values: DelegationIn) => body(gateway.POST('/v1/delegations', { body: values }));

export const confirm = (one: Delegation) =>
  body(gateway.POST('/v1/delegations/{delegation_id}/confirm', { params: at(one) }));

export const decline = (one: Delegation, reason: string) =>
  body(gateway.POST('/v1/delegations/{delegation_id}/decline', { params: at(one), body: { reason } }));

export const end = (one: Delegation) =>
  body(gateway.POST('/v1/delegations/{delegation_id}/end', { params: at(one) }));

export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: KEY });
