/** Entering and correcting an event. */
import { body, events } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/events';
import { idempotency, ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';

export type EventIn = components['schemas']['EventIn'];

export const createEvent = (event: EventIn, key: string) =>
  body(events.POST('/v1/events', { params: { header: idempotency(key) }, body: event }));

export const changeEvent = (id: string, version: number, event: EventIn) =>
  body(
    events.PATCH('/v1/events/{event_id}', {
      params: { path: { event_id: id }, header: ifMatch({ version }) },
      body: event,
      headers: MERGE_PATCH,
    }),
  );
