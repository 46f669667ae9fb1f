/** Records that may be of one organisation, and making two of them one. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';
import type { ApiProblem } from '../../shared/api/problem';
import type { Ngo } from './ngos';

export type Candidate = components['schemas']['NgoCandidate'];
export type Warning = { candidates: Candidate[]; confirmation: string };

/** What a refused creation says of the records that are there already. */
export function warningOf(problem: ApiProblem | null): Warning | null {
  if (problem?.code !== 'registry.possible_duplicates') return null;
  return problem.extra as Warning;
}

export const duplicatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'ngos', id, 'duplicates'],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/ngos/{ngo_id}/duplicates', { params: { path: { ngo_id: id } }, signal })),
  });

const on = (ngo: Ngo) => ({ path: { ngo_id: ngo.id }, header: ifMatch(ngo) });

/** `ngo` goes, its certificates, names and numbers go to `into`. */
export const mergeNgo = (ngo: Ngo, into: string, reason: string) =>
  body(registry.POST('/v1/ngos/{ngo_id}/merge', { params: on(ngo), body: { into, reason } }));

export const unmergeNgo = (ngo: Ngo, reason: string) =>
  body(registry.POST('/v1/ngos/{ngo_id}/unmerge', { params: on(ngo), body: { reason } }));

/** Says that `ngo` may repeat another record, for whoever is to look into it; null takes it back. */
export const markNgo = (ngo: Ngo, duplicate_of: string | null) =>
  body(
    registry.PATCH('/v1/ngos/{ngo_id}', {
      params: on(ngo),
      body: { duplicate_of },
      headers: MERGE_PATCH,
    }),
  );
