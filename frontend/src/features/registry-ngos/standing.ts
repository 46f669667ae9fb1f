/** How a certificate stands on a day. */
import type { Tone } from '../../shared/ui/StatusBadge';
import type { Certificate } from './ngos';

export type State = 'valid' | 'suspended' | 'expired' | 'ended' | 'not_yet';
export const TONE: Record<State, Tone> = {
  valid: 'good',
  suspended: 'bad',
  expired: 'neutral',
  ended: 'bad',
  not_yet: 'progress',
};

type Dates = Pick<Certificate, 'valid_from' | 'valid_to' | 'ended_on' | 'suspended_on'>;

/** In the order of the server: an early end comes before a suspension, that before the last day. */
export function state({ valid_from, valid_to, ended_on, suspended_on }: Dates, day: string): State {
  if (ended_on && ended_on <= day) return 'ended';
  if (suspended_on && suspended_on <= day) return 'suspended';
  if (valid_from > day) return 'not_yet';
  return valid_to && valid_to < day ? 'expired' : 'valid';
}

/** Its last day; none when it holds without one. */
export const ends = ({ valid_to, ended_on }: Certificate) => ended_on ?? valid_to;
