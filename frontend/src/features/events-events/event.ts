/** One event, its history, and the union it belongs to. */
import { queryOptions } from '@tanstack/react-query';
import { body, events, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/events';

export type Event = components['schemas']['EventOut'];

const path = (id: string) => ({ params: { path: { event_id: id } } });

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', 'events', id],
    queryFn: ({ signal }) => body(events.GET('/v1/events/{event_id}', { ...path(id), signal })),
  });

export const eventHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', 'events', id, 'history'],
    queryFn: ({ signal }) => body(events.GET('/v1/events/{event_id}/history', { ...path(id), signal })),
  });

export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'units', id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/units/{unit_id}', { params: { path: { unit_id: id } }, signal })),
    staleTime: 3_600_000,
  });
