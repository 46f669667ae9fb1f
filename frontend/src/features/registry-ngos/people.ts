/** Who speaks for an NGO and which accounts it has notified, on any day. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';

const asked = (ngo_id: string, as_of: string | null) => ({
  query: { ngo_id, limit: 200, ...(as_of && { as_of }) },
});

export const representativesQuery = (id: string, day: string | null) =>
  queryOptions({
    queryKey: ['registry', 'representatives', 'of', id, day],
    queryFn: ({ signal }) => body(registry.GET('/v1/representatives', { params: asked(id, day), signal })),
  });

export const bankAccountsQuery = (id: string, day: string | null) =>
  queryOptions({
    queryKey: ['registry', 'bank-accounts', 'of', id, day],
    queryFn: ({ signal }) => body(registry.GET('/v1/bank-accounts', { params: asked(id, day), signal })),
  });
