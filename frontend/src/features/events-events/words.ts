/** The closed word lists of an event, as the contract names them. */
import type { components } from '../../shared/api/generated/events';
import type { Tone } from '../../shared/ui/StatusBadge';

export type Status = components['schemas']['Status'];
export const STATUS_TONE = {
  draft: 'neutral',
  planned: 'progress',
  confirmed: 'progress',
  done: 'good',
  postponed: 'warning',
  cancelled: 'bad',
} as const satisfies Record<Status, Tone>;
export const STATUSES = Object.keys(STATUS_TONE) as Status[];
export const tone = (status: string): Tone => STATUS_TONE[status as Status] ?? 'neutral';

export type Visibility = components['schemas']['Visibility'];
export const VISIBILITIES = ['internal', 'public'] as const satisfies readonly Visibility[];

export type Precision = components['schemas']['Precision'];
export const PRECISIONS = ['time', 'day', 'month', 'quarter', 'year'] as const satisfies readonly Precision[];
