/** The unions: the list, one record, and all of them to name who followed whom. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/registry';
import { keyset } from '../../shared/api/keyset';
import type { Tone } from '../../shared/ui/StatusBadge';
import type { UnitSearch } from './search';

export type Unit = components['schemas']['UnitOut'];
type Query = NonNullable<operations['list_units']['parameters']['query']>;

const TONES = { active: 'good', being_founded: 'progress', merged: 'neutral' } as const satisfies Record<
  string,
  Tone
>;
export type Status = keyof typeof TONES;
export const STATUSES = Object.keys(TONES) as Status[];
export const tone = (status: string): Tone => TONES[status as Status] ?? 'neutral';

export const unitsQuery = (search: UnitSearch) =>
  keyset(['registry', 'units', 'list', search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { limit: 100, ...search, ...(cursor && { cursor }) } as Query;
    return body(registry.GET('/v1/units', { params: { query }, signal }));
  });

export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'units', id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/units/{unit_id}', { params: { path: { unit_id: id } }, signal })),
  });

export const allUnitsQuery = queryOptions({
  queryKey: ['registry', 'units', 'all'],
  queryFn: ({ signal }) => body(registry.GET('/v1/units', { params: { query: { limit: 200 } }, signal })),
  staleTime: 3_600_000,
});
