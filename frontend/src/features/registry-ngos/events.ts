/** What an NGO takes part in, as the events service has it. */
import { queryOptions } from '@tanstack/react-query';
import { body, events } from '../../shared/api/client';

export const eventsOfQuery = (ngo_id: string) =>
  queryOptions({
    queryKey: ['events', 'events', 'of', ngo_id],
    queryFn: ({ signal }) =>
      body(
        events.GET('/v1/events', { params: { query: { ngo_id, sort: '-starts_at', limit: 200 } }, signal }),
      ),
  });
