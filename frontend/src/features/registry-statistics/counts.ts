/** How many there were on a day, and the unions one may ask about. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import type { Question } from './search';

type Counts = components['schemas']['Counts'];
type Ask = (path: string, init: object) => Promise<{ data?: Counts }>;

export const countsQuery = ({ what, ...query }: Question) =>
  queryOptions({
    queryKey: ['registry', 'statistics', what, query],
    // one function for the four questions; the server refuses a dimension that is not of its own
    queryFn: ({ signal }) =>
      body((registry.GET as unknown as Ask)(`/v1/statistics/${what}`, { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const unitsQuery = queryOptions({
  queryKey: ['registry', 'units', 'all'],
  queryFn: ({ signal }) => body(registry.GET('/v1/units', { params: { query: { limit: 200 } }, signal })),
  staleTime: 3_600_000,
});
