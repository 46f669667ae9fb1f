/** One procedure, what it refers to, and the working days that its clocks have left. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';

export type Procedure = components['schemas']['ProcedureOut'];
export type Clock = components['schemas']['ClockOut'];
export type Step = components['schemas']['ProcedureStepOut'];
export type ChecklistItem = components['schemas']['ChecklistItemOut'];
export type ProcedureDocument = components['schemas']['ProcedureDocumentOut'];

/** A condition to confirm (NGO-05) stands among the papers and is none. */
export const isPaper = (line: ChecklistItem) => line.item !== 'premises';

const path = (id: string) => ({ params: { path: { procedure_id: id } } });
const key = (id: string, ...more: string[]) => ['registry', 'procedures', id, ...more];
const HOUR = 3_600_000;

export const procedureQuery = (id: string) =>
  queryOptions({
    queryKey: key(id),
    queryFn: ({ signal }) => body(registry.GET('/v1/procedures/{procedure_id}', { ...path(id), signal })),
  });

export const procedureHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: key(id, 'history'),
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/procedures/{procedure_id}/history', { ...path(id), signal })),
  });

export const procedureDocumentsQuery = (id: string) =>
  queryOptions({
    queryKey: key(id, 'documents'),
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/procedures/{procedure_id}/documents', { ...path(id), signal })),
  });

export const ngoQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'ngos', id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/ngos/{ngo_id}', { params: { path: { ngo_id: id } }, signal })),
  });

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

/** The decree as it held on a day: whom to consult, which grounds may be named. */
export const rulesQuery = (on: string) =>
  queryOptions({
    queryKey: ['registry', 'procedures', 'rules', on],
    queryFn: ({ signal }) => body(registry.GET('/v1/procedure-rules', { params: { query: { on } }, signal })),
    staleTime: HOUR,
  });

/** How many working days are left until a day. */
export const daysLeftQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['registry', 'working-days', from, to],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/working-days', { params: { query: { from, to } }, signal })),
    staleTime: HOUR,
  });

/** The provinces in force on a day. */
export const provincesQuery = (asOf: string) =>
  queryOptions({
    queryKey: ['registry', 'provinces', asOf],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/provinces', { params: { query: { as_of: asOf, limit: 200 } }, signal })),
    staleTime: HOUR,
  });
