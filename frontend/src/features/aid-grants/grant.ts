/** One dossier, its history and its papers. */
import { queryOptions } from '@tanstack/react-query';
import { aid, body } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/aid';

export type Grant = components['schemas']['GrantOut'];
export type GrantDocument = components['schemas']['DocumentOut'];

const path = (id: string) => ({ params: { path: { grant_id: id } } });

export const grantQuery = (id: string) =>
  queryOptions({
    queryKey: ['aid', 'grants', id],
    queryFn: ({ signal }) => body(aid.GET('/v1/grants/{grant_id}', { ...path(id), signal })),
  });

export const grantHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['aid', 'grants', id, 'history'],
    queryFn: ({ signal }) => body(aid.GET('/v1/grants/{grant_id}/history', { ...path(id), signal })),
  });

export const grantDocumentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['aid', 'grants', id, 'documents'],
    queryFn: ({ signal }) => body(aid.GET('/v1/grants/{grant_id}/documents', { ...path(id), signal })),
  });
