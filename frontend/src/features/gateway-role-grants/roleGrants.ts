/** Roles that wait for a second administrator. */
import type { QueryClient } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/gateway';
import { keyset } from '../../shared/api/keyset';
import { ifMatch } from '../../shared/api/preconditions';
import type { RoleGrantSearch } from './search';

export type RoleGrant = components['schemas']['RoleGrantOut'];
type Query = NonNullable<operations['list_role_grants']['parameters']['query']>;

const KEY = ['gateway', 'role-grants'] as const;
export const STATUSES = ['proposed', 'confirmed', 'declined'] as const;

export const roleGrantsQuery = (search: RoleGrantSearch) =>
  keyset([...KEY, search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(gateway.GET('/v1/role-grants', { params: { query }, signal }));
  });

const at = (grant: RoleGrant) => ({ path: { grant_id: grant.id }, header: ifMatch(grant) });

export const confirm = (grant: RoleGrant) =>
  body(gateway.POST('/v1/role-grants/{grant_id}/confirm', { params: at(grant) }));

export const decline = (grant: RoleGrant, reason: string) =>
  body(gateway.POST('/v1/role-grants/{grant_id}/decline', { params: at(grant), body: { reason } }));

// the account that got the role is another record now
export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: ['gateway'] });
