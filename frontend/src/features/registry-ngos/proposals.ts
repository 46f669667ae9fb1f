/** What other units propose to change in an NGO's record. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { idempotency } from '../../shared/api/preconditions';
import type { Ngo } from './ngos';
import type { NgoIn } from './save';

export type Proposal = components['schemas']['ProposalOut'];

export const proposalsQuery = (ngo_id: string) =>
  queryOptions({
    queryKey: ['registry', 'proposals', 'of', ngo_id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/proposals', { params: { query: { ngo_id, limit: 200 } }, signal })),
  });

/** The server leaves out what does not differ from the record. */
export const propose = (ngo: Ngo, patch: NgoIn, reason: string, source: string, key: string) =>
  body(
    registry.POST('/v1/proposals', {
      params: { header: idempotency(key) },
      body: { ngo_id: ngo.id, patch, reason: reason.trim(), source: source.trim() || null },
    }),
  );
