/** The unions, as forms of people and programs offer them. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from './client';

export const unitsQuery = queryOptions({
  queryKey: ['registry', 'units', 'choice'],
  queryFn: ({ signal }) => body(registry.GET('/v1/units', { params: { query: { limit: 200 } }, signal })),
  staleTime: 600_000,
});
