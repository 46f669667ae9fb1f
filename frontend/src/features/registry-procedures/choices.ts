/** Whom a new procedure may concern. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';

export const ngoChoicesQuery = (q: string) =>
  queryOptions({
    queryKey: ['registry', 'ngos', 'choices', q],
    queryFn: ({ signal }) => body(registry.GET('/v1/ngos', { params: { query: { q, limit: 30 } }, signal })),
  });

export const certificatesOfQuery = (ngoId: string) =>
  queryOptions({
    queryKey: ['registry', 'certificates', 'of', ngoId],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/certificates', { params: { query: { ngo_id: ngoId, limit: 50 } }, signal })),
  });
