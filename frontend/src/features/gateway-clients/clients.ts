/** Programs that read and write for a union: the list, one of them, its secrets. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/gateway';
import { keyset } from '../../shared/api/keyset';
import { ifMatch } from '../../shared/api/preconditions';
import type { ClientSearch } from './search';

export type Client = components['schemas']['ClientOut'];
export type NewClient = components['schemas']['NewClientOut'];
type ClientIn = components['schemas']['ClientIn'];
type SecretIn = components['schemas']['SecretIn'];
type Query = NonNullable<operations['list_clients']['parameters']['query']>;

const KEY = ['gateway', 'clients'] as const;
const DAY = 86_400_000;
// As long before the end as the token endpoint begins to warn the program itself.
const WARNING_DAYS = 30;

export const clientsQuery = (search: ClientSearch) =>
  keyset([...KEY, 'list', search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(gateway.GET('/v1/clients', { params: { query }, signal }));
  });

const of = (id: string) => ({ path: { client_id: id } });
const at = (client: Client) => ({ ...of(client.id), header: ifMatch(client) });

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => body(gateway.GET('/v1/clients/{client_id}', { params: of(id), signal })),
  });

export const createClient = (values: ClientIn) => body(gateway.POST('/v1/clients', { body: values }));

export const rotate = (client: Client, values: SecretIn) =>
  body(gateway.POST('/v1/clients/{client_id}/rotate', { params: at(client), body: values }));

export const disable = (client: Client) =>
  body(gateway.POST('/v1/clients/{client_id}/disable', { params: at(client) }));

export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: KEY });

export type State = 'disabled' | 'expired' | 'ending' | 'active';

/** What a person should know first about a program's way in. */
export function stateOf(client: Client, now = Date.now()): State {
  if (client.disabled_at) return 'disabled';
  const left = Date.parse(client.secret_expires_at) - now;
  if (left <= 0) return 'expired';
  return left <= WARNING_DAYS * DAY ? 'ending' : 'active';
}
