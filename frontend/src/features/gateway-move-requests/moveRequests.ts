/** Moves of units that wait for a second administrator. */
import type { QueryClient } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/gateway';
import { keyset } from '../../shared/api/keyset';
import { ifMatch } from '../../shared/api/preconditions';
import type { MoveRequestSearch } from './search';

export type MoveRequest = components['schemas']['MoveRequestOut'];
export type Proposal = components['schemas']['MoveRequestIn'];
type Query = NonNullable<operations['list_move_requests']['parameters']['query']>;

const KEY = ['gateway', 'move-requests'] as const;
export const STATUSES = ['proposed', 'confirmed', 'declined'] as const;

export const moveRequestsQuery = (search: MoveRequestSearch) =>
  keyset([...KEY, search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(gateway.GET('/v1/move-requests', { params: { query }, signal }));
  });

export const propose = (proposal: Proposal) => body(gateway.POST('/v1/move-requests', { body: proposal }));

const at = (request: MoveRequest) => ({ path: { request_id: request.id }, header: ifMatch(request) });

export const confirm = (request: MoveRequest) =>
  body(gateway.POST('/v1/move-requests/{request_id}/confirm', { params: at(request) }));

export const decline = (request: MoveRequest, reason: string) =>
  body(gateway.POST('/v1/move-requests/{request_id}/decline', { params: at(request), body: { reason } }));

// accounts, programs and webhooks that moved are other records now
export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: ['gateway'] });
