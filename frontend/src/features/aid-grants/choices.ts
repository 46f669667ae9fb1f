/** What a dossier may refer to, from the two services that keep it. */
import { queryOptions } from '@tanstack/react-query';
import { aid, body, registry } from '../../shared/api/client';

const HOUR = 3_600_000;

/** Records that may be referred to: what a search for `q` brings. */
export type Named = { id: string; name_vi: string };
export type Choices = (q: string) => {
  queryKey: string[];
  queryFn: (context: { signal: AbortSignal }) => Promise<{ items: Named[] }>;
};

export const donorChoices: Choices = (q) => ({
  queryKey: ['aid', 'donors', 'choices', q],
  queryFn: ({ signal }) => body(aid.GET('/v1/donors', { params: { query: { q, limit: 30 } }, signal })),
});

export const recipientChoices: Choices = (q) => ({
  queryKey: ['aid', 'recipients', 'choices', q],
  queryFn: ({ signal }) => body(aid.GET('/v1/recipients', { params: { query: { q, limit: 30 } }, signal })),
});

export const sectorsQuery = queryOptions({
  queryKey: ['registry', 'sectors'],
  queryFn: ({ signal }) => body(registry.GET('/v1/sectors', { params: { query: { limit: 200 } }, signal })),
  staleTime: HOUR,
});

export const provincesQuery = (asOf: string) =>
  queryOptions({
    queryKey: ['registry', 'provinces', asOf],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/provinces', { params: { query: { as_of: asOf, limit: 200 } }, signal })),
    staleTime: HOUR,
  });
