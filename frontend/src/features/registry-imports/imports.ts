/** Lists that were handed in: all of the unit's, one with its counts, and its rows. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { keyset } from '../../shared/api/keyset';
import type { Tone } from '../../shared/ui/StatusBadge';
import type { Outcome } from './search';

export type Import = components['schemas']['ImportOut'];
export type Row = components['schemas']['ImportRowOut'];
export type Status = 'checked' | 'committed' | 'cancelled' | 'undone';

const TONES: Record<string, Tone> = { checked: 'progress', committed: 'good', cancelled: 'neutral' };
export const tone = (status: string): Tone => TONES[status] ?? 'neutral';
export const OUTCOME_TONE: Record<Outcome, Tone> = {
  add: 'good',
  change: 'progress',
  same: 'neutral',
  error: 'bad',
};

const path = (id: string) => ({ path: { import_id: id } });

export const importsQuery = keyset(['registry', 'imports', 'list'], ({ cursor, signal }) =>
  body(registry.GET('/v1/imports', { params: { query: { cursor, limit: 100 } as const }, signal })),
);

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'imports', id],
    queryFn: ({ signal }) => body(registry.GET('/v1/imports/{import_id}', { params: path(id), signal })),
  });

/** How far one that runs is; asked again until whoever waits for it stops. */
export const progressQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'imports', id, 'progress'],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/imports/{import_id}/progress', { params: path(id), signal })),
    // before the first word there is nothing to find
    retry: false,
    refetchInterval: 800,
    gcTime: 0,
  });

export const rowsQuery = (id: string, outcome: Outcome | undefined) =>
  keyset(['registry', 'imports', id, 'rows', outcome], ({ cursor, signal }) => {
    const query = { limit: 100, ...(cursor && { cursor }), ...(outcome && { outcome }) };
    return body(registry.GET('/v1/imports/{import_id}/rows', { params: { ...path(id), query }, signal }));
  });
