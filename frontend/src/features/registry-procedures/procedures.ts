/** The list of procedures, and opening one. */
import { body, registry } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/registry';
import { keyset } from '../../shared/api/keyset';
import { idempotency } from '../../shared/api/preconditions';
import type { ProcedureSearch } from './search';

export type ProcedureItem = components['schemas']['ProcedureItem'];
export type ProcedureIn = components['schemas']['ProcedureIn'];
type Query = NonNullable<operations['list_procedures']['parameters']['query']>;

export const proceduresQuery = ({ open, ...search }: ProcedureSearch) =>
  keyset(['registry', 'procedures', 'list', search, open], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as Query;
    if (open) query.open = open === 'true';
    return body(registry.GET('/v1/procedures', { params: { query }, signal }));
  });

export const openProcedure = (procedure: ProcedureIn, key: string) =>
  body(registry.POST('/v1/procedures', { params: { header: idempotency(key) }, body: procedure }));
