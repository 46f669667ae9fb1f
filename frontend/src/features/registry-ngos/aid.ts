/** What an NGO gives, as the aid service has it: there it is a donor under the same id. */
import { queryOptions } from '@tanstack/react-query';
import { aid, body } from '../../shared/api/client';
import { lineQuery } from './ngos';

export const grantsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['aid', 'grants', 'of', id],
    queryFn: async ({ client, signal }) => {
      const line = await client.fetchQuery(lineQuery(id));
      const found = await Promise.all(
        line.map((donor_id) =>
          body(aid.GET('/v1/grants', { params: { query: { donor_id, limit: 200 } }, signal })),
        ),
      );
      return found.flatMap(({ items }) => items);
    },
  });
