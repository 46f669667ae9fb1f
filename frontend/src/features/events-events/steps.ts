/** The steps of an event. Each is made on the version that the person saw. */
import { body, events } from '../../shared/api/client';
import { ifMatch } from '../../shared/api/preconditions';
import type { Event } from './event';

const on = (event: Event) => ({ path: { event_id: event.id }, header: ifMatch(event) });

export const planEvent = (event: Event) =>
  body(events.POST('/v1/events/{event_id}/plan', { params: on(event) }));
export const confirmEvent = (event: Event) =>
  body(events.POST('/v1/events/{event_id}/confirm', { params: on(event) }));
export const completeEvent = (event: Event) =>
  body(events.POST('/v1/events/{event_id}/complete', { params: on(event) }));
export const reopenEvent = (event: Event) =>
  body(events.POST('/v1/events/{event_id}/reopen', { params: on(event) }));
export const postponeEvent = (event: Event, reason: string) =>
  body(events.POST('/v1/events/{event_id}/postpone', { params: on(event), body: { reason } }));
export const cancelEvent = (event: Event, reason: string) =>
  body(events.POST('/v1/events/{event_id}/cancel', { params: on(event), body: { reason } }));
export const takeOverEvent = (event: Event, reason: string) =>
  body(events.POST('/v1/events/{event_id}/take-over', { params: on(event), body: { reason } }));
