/** The list of dossiers. */
import { aid, body } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/aid';
import { keyset } from '../../shared/api/keyset';
import type { GrantSearch } from './search';

export type GrantItem = components['schemas']['GrantItem'];
type Query = NonNullable<operations['list_grants']['parameters']['query']>;

export const grantsQuery = ({ waiting_for_me, ...search }: GrantSearch) =>
  keyset(['aid', 'grants', 'list', search, waiting_for_me], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as Query;
    if (waiting_for_me) query.waiting_for_me = true;
    return body(aid.GET('/v1/grants', { params: { query }, signal }));
  });
