/** Accounts: the list, one of them, inviting, and what an administrator does about a way in. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/gateway';
import { keyset } from '../../shared/api/keyset';
import { ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';
import type { AccountSearch } from './search';

export type Account = components['schemas']['AccountOut'];
export type Role = components['schemas']['AccountIn']['roles'][number];
export type Invitation = components['schemas']['InvitationIn'];
export type Link = components['schemas']['LinkOut'];
export type Proposal = components['schemas']['RoleGrantIn'];
export type AccessKind = components['schemas']['AccessRequestIn']['kind'];
export type AccountPatch = components['schemas']['AccountPatch'];
type Query = NonNullable<operations['list_accounts']['parameters']['query']>;

export const ROLES = [
  'officer',
  'appraiser',
  'approver',
  'viewer',
  'auditor',
  'integrator',
  'admin',
] as const satisfies readonly Role[];
/** Whether two administrators give this role together; the server refuses it on any other way. */
export const needsTwo = (role: Role, national: boolean) =>
  role === 'approver' || (role === 'admin' && national);
const KEY = ['gateway', 'accounts'] as const;

export const accountsQuery = (search: AccountSearch) =>
  keyset([...KEY, 'list', search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(gateway.GET('/v1/accounts', { params: { query }, signal }));
  });

const of = (id: string) => ({ path: { account_id: id } });
const at = (account: Account) => ({ ...of(account.id), header: ifMatch(account) });

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => body(gateway.GET('/v1/accounts/{account_id}', { params: of(id), signal })),
  });

export const accountSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id, 'sessions'],
    queryFn: ({ signal }) =>
      body(gateway.GET('/v1/accounts/{account_id}/sessions', { params: of(id), signal })),
  });

export const invite = (invitation: Invitation) => body(gateway.POST('/v1/invitations', { body: invitation }));

export const changeAccount = (account: Account, patch: AccountPatch) =>
  body(
    gateway.PATCH('/v1/accounts/{account_id}', { params: at(account), body: patch, headers: MERGE_PATCH }),
  );

/** Waits for another administrator, and changes nothing until then. */
export const propose = (proposal: Proposal) => body(gateway.POST('/v1/role-grants', { body: proposal }));

/** Likewise for a way into the account of somebody who decides. */
export const requestAccess = (request: components['schemas']['AccessRequestIn']) =>
  body(gateway.POST('/v1/access-requests', { body: request }));

export const disable = (account: Account) =>
  body(gateway.POST('/v1/accounts/{account_id}/disable', { params: at(account) }));

export const enable = (account: Account) =>
  body(gateway.POST('/v1/accounts/{account_id}/enable', { params: at(account) }));

export const signOutEverywhere = (account: Account) =>
  body(gateway.POST('/v1/accounts/{account_id}/sign-out', { params: at(account) }));

export const removeOtp = (account: Account) =>
  body(gateway.POST('/v1/accounts/{account_id}/remove-otp', { params: at(account) }));

export const reset = (account: Account) =>
  body(gateway.POST('/v1/accounts/{account_id}/reset', { params: at(account) }));

export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: ['gateway'] });
