/** One certificate, the NGO it was issued to, and what it may name. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';

export type Certificate = components['schemas']['CertificateOut'];
export type Kind = components['schemas']['CertificateOut']['kind'];
export const KINDS = [
  'operation',
  'representative_office',
  'project_office',
] as const satisfies readonly Kind[];

const HOUR = 3_600_000;

export const certificateQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'certificates', id],
    queryFn: ({ signal }) =>
      body(
        registry.GET('/v1/certificates/{certificate_id}', {
          params: { path: { certificate_id: id } },
          signal,
        }),
      ),
  });

export const ngoQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'ngos', id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/ngos/{ngo_id}', { params: { path: { ngo_id: id } }, signal })),
  });

/** The provinces in force on a day: a certificate names those of its day of issue. */
export const provincesQuery = (asOf: string) =>
  queryOptions({
    queryKey: ['registry', 'provinces', asOf],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/provinces', { params: { query: { as_of: asOf, limit: 200 } }, signal })),
    staleTime: HOUR,
  });

export const sectorsQuery = queryOptions({
  queryKey: ['registry', 'sectors'],
  queryFn: ({ signal }) => body(registry.GET('/v1/sectors', { params: { query: { limit: 200 } }, signal })),
  staleTime: HOUR,
});
