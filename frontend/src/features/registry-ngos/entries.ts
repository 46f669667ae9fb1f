/** The further names and the numbers of an NGO: two lists of its record, each changed as a whole. */
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';
import type { Ngo } from './ngos';

type Schemas = components['schemas'];
export type Entry = Schemas['NameIn'] | Schemas['IdentifierIn'];
export type Lists = { names?: Schemas['NameIn'][]; identifiers?: Schemas['IdentifierIn'][] };

export const NAME_KINDS = ['official', 'short', 'former', 'acronym', 'other'] as const;
export const SCHEMES = ['tax_code', 'certificate', 'lei', 'iati', 'agency_code', 'other'] as const;
export type NameKind = (typeof NAME_KINDS)[number];
export type Scheme = (typeof SCHEMES)[number];

export const changeEntries = (ngo: Ngo, lists: Lists) =>
  body(
    registry.PATCH('/v1/ngos/{ngo_id}', {
      params: { path: { ngo_id: ngo.id }, header: ifMatch(ngo) },
      body: lists as Schemas['NgoPatch'],
      headers: MERGE_PATCH,
    }),
  );
