/** The venues held for an event, and how one is held or given back. */
import { queryOptions } from '@tanstack/react-query';
import { body, events } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/events';
import { idempotency, ifMatch } from '../../shared/api/preconditions';

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

/** What already holds a venue on a day. */
export const heldQuery = (venueId: string, day: string) =>
  queryOptions({
    queryKey: ['events', 'bookings', 'held', venueId, day],
    queryFn: ({ signal }) => {
      const query = { venue_id: venueId, status: 'confirmed', starts_from: day, starts_to: day } as const;
      return body(events.GET('/v1/bookings', { params: { query }, signal }));
    },
  });

export const venueChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['events', 'venues', 'choices', q],
    queryFn: ({ signal }) => body(events.GET('/v1/venues', { params: { query: { q, limit: 30 } }, signal })),
  });

export const book = (booking: BookingIn, key: string) =>
  body(events.POST('/v1/bookings', { params: { header: idempotency(key) }, body: booking }));

export const cancelBooking = (booking: { id: string; version: number }) =>
  body(
    events.POST('/v1/bookings/{booking_id}/cancel', {
      params: { path: { booking_id: booking.id }, header: ifMatch(booking) },
    }),
  );
