/** What an NGO takes part in, as the events service has it. */
import { queryOptions } from '@tanstack/react-query';
import { body, events } from '../../shared/api/client';
import { lineQuery } from './ngos';

export const eventsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['events', 'events', 'of', id],
    queryFn: async ({ client, signal }) => {
      const line = await client.fetchQuery(lineQuery(id));
      const found = await Promise.all(
        line.map((ngo_id) =>
          body(
            events.GET('/v1/events', {
              params: { query: { ngo_id, sort: '-starts_at', limit: 200 } },
              signal,
            }),
          ),
        ),
      );
      // one event may name two records that are one by now
      const once = new Map(found.flatMap(({ items }) => items.map((one) => [one.id, one])));
      return [...once.values()].sort((a, b) => b.starts_on.localeCompare(a.starts_on));
    },
  });
