/** How an NGO was honoured, and to whom it was introduced. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';

const of = (ngo_id: string) => ({ query: { ngo_id, limit: 200 } });

export const recognitionsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'recognitions', 'of', id],
    queryFn: ({ signal }) => body(registry.GET('/v1/recognitions', { params: of(id), signal })),
  });

export const referralsOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'referrals', 'of', id],
    queryFn: ({ signal }) => body(registry.GET('/v1/referrals', { params: of(id), signal })),
  });
