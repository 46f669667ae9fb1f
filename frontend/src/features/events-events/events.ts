/** The list of events. */
import { body, events } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/events';
import { keyset } from '../../shared/api/keyset';
import type { EventSearch } from './search';

export type EventItem = components['schemas']['EventItem'];
type Query = NonNullable<operations['list_events']['parameters']['query']>;
// the record goes back years; people come for what is ahead and what was lately
const NEWEST = '-starts_at';

export const eventsQuery = (search: EventSearch) =>
  keyset(['events', 'events', 'list', search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { sort: NEWEST, ...search, cursor, limit: 100 } as Query;
    return body(events.GET('/v1/events', { params: { query }, signal }));
  });
