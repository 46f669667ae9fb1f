/** What an NGO gives, as the aid service has it: there it is a donor under the same id. */
import { queryOptions } from '@tanstack/react-query';
import { aid, body } from '../../shared/api/client';

export const grantsOfQuery = (donor_id: string) =>
  queryOptions({
    queryKey: ['aid', 'grants', 'of', donor_id],
    queryFn: ({ signal }) =>
      body(aid.GET('/v1/grants', { params: { query: { donor_id, limit: 200 } }, signal })),
  });
