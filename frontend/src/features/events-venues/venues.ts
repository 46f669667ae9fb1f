/** Venues: the list, one of them with who holds it, and keeping it. */
import { queryOptions } from '@tanstack/react-query';
import { body, events, registry } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/events';
import { keyset } from '../../shared/api/keyset';
import { idempotency, ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';
import { today } from '../../shared/format/dates';
import type { VenueSearch } from './search';

export type Venue = components['schemas']['VenueOut'];
export type VenueItem = components['schemas']['VenueItem'];
export type VenueIn = components['schemas']['VenueIn'];
type Query = NonNullable<operations['list_venues']['parameters']['query']>;

export const venuesQuery = (search: VenueSearch) =>
  keyset(['events', 'venues', 'list', search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(events.GET('/v1/venues', { params: { query }, signal }));
  });

export const venueQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', 'venues', id],
    queryFn: ({ signal }) =>
      body(events.GET('/v1/venues/{venue_id}', { params: { path: { venue_id: id } }, signal })),
  });

const MONTH = 31 * 86_400_000;

/** What holds the venue from now on; what began within a month before may still last. */
export const venueBookingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', 'bookings', 'of-venue', id],
    queryFn: async ({ signal }) => {
      const starts_from = today(new Date(Date.now() - MONTH));
      const query = { venue_id: id, status: 'confirmed', starts_from, limit: 200 } as const;
      const { items } = await body(events.GET('/v1/bookings', { params: { query }, signal }));
      return items.filter(({ ends_at }) => Date.parse(ends_at) > Date.now());
    },
  });

export const provincesQuery = (asOf: string) =>
  queryOptions({
    queryKey: ['registry', 'provinces', asOf],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/provinces', { params: { query: { as_of: asOf, limit: 200 } }, signal })),
    staleTime: 3_600_000,
  });

export const createVenue = (venue: VenueIn, key: string) =>
  body(events.POST('/v1/venues', { params: { header: idempotency(key) }, body: venue }));

export const changeVenue = (id: string, version: number, venue: VenueIn) =>
  body(
    events.PATCH('/v1/venues/{venue_id}', {
      params: { path: { venue_id: id }, header: ifMatch({ version }) },
      body: venue,
      headers: MERGE_PATCH,
    }),
  );
