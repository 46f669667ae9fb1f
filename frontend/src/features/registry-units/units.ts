/** The unions: their calls and types, and the provinces that each covers. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';
import { idempotency, ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';
import type { Tone } from '../../shared/ui/StatusBadge';

export type Unit = components['schemas']['UnitOut'];
export type Cover = components['schemas']['CoverOut'];
export type CoverIn = components['schemas']['CoverIn'];
export type CoverPatch = components['schemas']['CoverPatch'];

export const units = collection<Unit, Unit>('units');

const TONES = {
  active: 'good',
  being_founded: 'progress',
  merged: 'neutral',
  dissolved: 'neutral',
} as const satisfies Record<string, Tone>;
export type Status = keyof typeof TONES;
export const STATUSES = Object.keys(TONES) as Status[];
export const tone = (status: string): Tone => TONES[status as Status] ?? 'neutral';
export const FORMS = ['absorption', 'consolidation', 'unverified'] as const;

export const allUnitsQuery = queryOptions({
  queryKey: ['registry', 'units', 'all'],
  queryFn: ({ signal }) => body(registry.GET('/v1/units', { params: { query: { limit: 200 } }, signal })),
  staleTime: 3_600_000,
});

export const coversQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['registry', 'units', unitId, 'provinces'],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/units/{unit_id}/provinces', { params: { path: { unit_id: unitId } }, signal })),
  });

export const addCover = (unitId: string, cover: CoverIn, key: string) =>
  body(
    registry.POST('/v1/units/{unit_id}/provinces', {
      params: { path: { unit_id: unitId }, header: idempotency(key) },
      body: cover,
    }),
  );

const at = (cover: Cover) => ({
  path: { unit_id: cover.unit_id, cover_id: cover.id },
  header: ifMatch(cover),
});

export const changeCover = (cover: Cover, change: CoverPatch) =>
  body(
    registry.PATCH('/v1/units/{unit_id}/provinces/{cover_id}', {
      params: at(cover),
      body: change,
      headers: MERGE_PATCH,
    }),
  );

export const removeCover = (cover: Cover) =>
  registry.DELETE('/v1/units/{unit_id}/provinces/{cover_id}', { params: at(cover) });
