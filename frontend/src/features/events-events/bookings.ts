/** The venues held for an event, and how one is held or given back. */
import { queryOptions } from '@tanstack/react-query';
import { body, events } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/events';
import { idempotency, ifMatch } from '../../shared/api/preconditions';
import { today } from '../../shared/format/dates';

export type Booking = components['schemas']['BookingItem'];
export type BookingIn = components['schemas']['BookingIn'];

export const bookingsQuery = (eventId: string) =>
  queryOptions({
    queryKey: ['events', 'bookings', 'of-event', eventId],
    queryFn: ({ signal }) =>
      body(events.GET('/v1/bookings', { params: { query: { event_id: eventId, limit: 200 } }, signal })),
  });

/** One booking, with what this person may do to it. */
export const bookingQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', 'bookings', id],
    queryFn: ({ signal }) =>
      body(events.GET('/v1/bookings/{booking_id}', { params: { path: { booking_id: id } }, signal })),
  });

const DAY = 86_400_000;

/** What already holds a venue on a day; what began within a month before may last into it. */
export const heldQuery = (venueId: string, day: string) =>
  queryOptions({
    queryKey: ['events', 'bookings', 'held', venueId, day],
    queryFn: async ({ signal }) => {
      const begins = Date.parse(`${day}T00:00:00+07:00`);
      const starts_from = today(new Date(begins - 31 * DAY));
      const query = {
        venue_id: venueId,
        status: 'confirmed',
        starts_from,
        starts_to: day,
        limit: 200,
      } as const;
      const { items } = await body(events.GET('/v1/bookings', { params: { query }, signal }));
      return items.filter(({ ends_at }) => Date.parse(ends_at) > begins);
    },
  });

export const venueChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['events', 'venues', 'choices', q],
    queryFn: ({ signal }) => body(events.GET('/v1/venues', { params: { query: { q, limit: 30 } }, signal })),
  });

export const book = (booking: BookingIn, key: string) =>
  body(events.POST('/v1/bookings', { params: { header: idempotency(key) }, body: booking }));

type Versioned = { id: string; version: number };
const on = (booking: Versioned) => ({
  path: { booking_id: booking.id },
  header: ifMatch(booking),
});

export const cancelBooking = (booking: Versioned) =>
  body(events.POST('/v1/bookings/{booking_id}/cancel', { params: on(booking) }));
/** A cancelled booking is taken up again, if its time is still free. */
export const confirmBooking = (booking: Versioned) =>
  body(events.POST('/v1/bookings/{booking_id}/confirm', { params: on(booking) }));
