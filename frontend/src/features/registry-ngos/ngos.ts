/** The register of foreign NGOs: the list, one record, its history and certificates. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/registry';
import { keyset } from '../../shared/api/keyset';
import type { NgoSearch } from './search';

export type NgoItem = components['schemas']['NgoItem'];
export type Ngo = components['schemas']['NgoOut'];
export type Certificate = components['schemas']['CertificateItem'];
type Query = NonNullable<operations['list_ngos']['parameters']['query']>;

const path = (id: string) => ({ params: { path: { ngo_id: id } } });

export const ngosQuery = (search: NgoSearch) =>
  keyset(['registry', 'ngos', 'list', search], ({ cursor, signal }) =>
    // the address holds text; the server refuses a value that is not of its contract
    body(registry.GET('/v1/ngos', { params: { query: { ...search, cursor, limit: 100 } as Query }, signal })),
  );

type FacetQuery = NonNullable<operations['count_ngo_facets']['parameters']['query']>;

/** How many each choice of a filter would leave, under the other filters. */
export const facetsQuery = ({ sort: _, ...filters }: NgoSearch) =>
  queryOptions({
    queryKey: ['registry', 'ngos', 'facets', filters],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/ngo-facets', { params: { query: filters as FacetQuery }, signal })),
    placeholderData: keepPreviousData,
  });

export const ngoHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'ngos', id, 'history'],
    queryFn: ({ signal }) => body(registry.GET('/v1/ngos/{ngo_id}/history', { ...path(id), signal })),
  });

export const ngoCertificatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'certificates', 'of', id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/certificates', { params: { query: { ngo_id: id, limit: 200 } }, signal })),
  });

/** What of it does not agree with the decree today. */
export const conformityQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'ngos', id, 'conformity'],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/ngos/{ngo_id}/conformity', { params: { path: { ngo_id: id } }, signal })),
  });

/** Within ten years: a record shows all of its clocks, near or far. */
export const deadlinesOfQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'deadlines', 'of', id],
    queryFn: ({ signal }) =>
      body(
        registry.GET('/v1/deadlines', { params: { query: { ngo_id: id, within: 3660, limit: 50 } }, signal }),
      ),
  });

const goneInto = async (id: string, signal: AbortSignal): Promise<string[]> => {
  const { items } = await body(
    registry.GET('/v1/ngos', { params: { query: { merged_into: id, limit: 200 } }, signal }),
  );
  const further = await Promise.all(items.map((one) => goneInto(one.id, signal)));
  return [id, ...further.flat()];
};

/** This record and those that went into it, one after the other: other services may know it by any of them. */
export const lineQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'ngos', id, 'line'],
    queryFn: ({ signal }) => goneInto(id, signal),
  });
