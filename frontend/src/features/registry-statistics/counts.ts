/** How many NGOs on a day, and the unions one may ask about. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { asked } from './search';

export const countsQuery = (query: ReturnType<typeof asked>) =>
  queryOptions({
    queryKey: ['registry', 'statistics', 'ngos', query],
    queryFn: ({ signal }) => body(registry.GET('/v1/statistics/ngos', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });

export const unitsQuery = queryOptions({
  queryKey: ['registry', 'units', 'all'],
  queryFn: ({ signal }) => body(registry.GET('/v1/units', { params: { query: { limit: 200 } }, signal })),
  staleTime: 3_600_000,
});
