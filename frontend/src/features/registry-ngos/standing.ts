/** How a certificate stands on a day. */
import type { Tone } from '../../shared/ui/StatusBadge';
import type { Certificate } from './ngos';

export type State = 'valid' | 'expired' | 'ended' | 'not_yet';
export const TONE: Record<State, Tone> = {
  valid: 'good',
  expired: 'neutral',
  ended: 'bad',
  not_yet: 'progress',
};

export function state({ valid_from, valid_to, ended_on }: Certificate, day: string): State {
  if (ended_on && ended_on <= day) return 'ended';
  if (valid_from > day) return 'not_yet';
  return valid_to && valid_to < day ? 'expired' : 'valid';
}

/** Its last day; none when it holds without one. */
export const ends = ({ valid_to, ended_on }: Certificate) => ended_on ?? valid_to;
