/** The board: what runs out and what is due, the nearest first. */
import { body, registry } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/registry';
import { keyset } from '../../shared/api/keyset';
import type { Tone } from '../../shared/ui/StatusBadge';
import type { DeadlineSearch } from './search';

export type DeadlineItem = components['schemas']['DeadlineItem'];
type Query = NonNullable<operations['list_deadlines']['parameters']['query']>;

export const WHATS = [
  'expiry',
  'filing',
  'step',
  'overall',
  'duty',
  'report',
  'agreement',
  'review',
  'clause',
] as const;
export const TONE: Record<DeadlineItem['urgency'], Tone> = {
  overdue: 'bad',
  soon: 'warning',
  within_60: 'warning',
  within_90: 'progress',
  within_120: 'neutral',
  later: 'neutral',
};

export const deadlinesQuery = ({ within, overdue, ...search }: DeadlineSearch) =>
  keyset(['registry', 'deadlines', search, within, overdue], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as Query;
    if (within) query.within = Number(within);
    if (overdue) query.overdue = true;
    return body(registry.GET('/v1/deadlines', { params: { query }, signal }));
  });
