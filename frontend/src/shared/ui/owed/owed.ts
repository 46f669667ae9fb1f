/** What is owed after the grant: its calls and types, for its own list and an organisation's record. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../api/client';
import { collection } from '../../api/collection';
import type { components } from '../../api/generated/registry';
import type { Tone } from '../StatusBadge';

export type Owed = components['schemas']['ObligationItem'];

export const obligations = collection<Owed & { version: number }, components['schemas']['ObligationOut']>(
  'obligations',
);
export const OUTCOMES = ['done', 'not_applicable'] as const;
export const RULES = ['NGO-26', 'NGO-27', 'NGO-28', 'NGO-30', 'NGO-31', 'NGO-32'] as const;
export const TONE: Record<Owed['status'], Tone> = {
  open: 'progress',
  done: 'good',
  not_applicable: 'neutral',
};

export const owedByQuery = (ngo_id: string) =>
  queryOptions({
    queryKey: ['registry', 'obligations', 'of', ngo_id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/obligations', { params: { query: { ngo_id, limit: 200 } }, signal })),
  });
