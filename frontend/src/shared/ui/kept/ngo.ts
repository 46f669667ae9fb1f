/** One organisation, for whatever names it. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../api/client';

export const ngoQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'ngos', id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/ngos/{ngo_id}', { params: { path: { ngo_id: id } }, signal })),
  });
