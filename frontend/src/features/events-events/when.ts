/** When an event is, said no more exactly than it is known. */
import i18n from 'i18next';
import { formatDate, formatDateTime, formatImprecise } from '../../shared/format/dates';
import type { EventItem } from './events';

type When = Pick<EventItem, 'precision' | 'starts_at' | 'ends_at' | 'starts_on' | 'ends_on' | 'day_part'>;

/** `08:30–11:00 05/11/2026`; both ends in full when it goes over midnight. */
export function spanText(starts_at: string, ends_at: string): string {
  const [begins, ends] = [formatDateTime(starts_at), formatDateTime(ends_at)];
  return begins.slice(6) === ends.slice(6) ? `${begins.slice(0, 5)}–${ends}` : `${begins} – ${ends}`;
}

export function whenText({ precision, starts_at, ends_at, starts_on, ends_on, day_part }: When): string {
  if (precision === 'time') return spanText(starts_at, ends_at);
  if (precision !== 'day') return formatImprecise({ date: starts_on, precision });
  const days =
    starts_on === ends_on ? formatDate(starts_on) : `${formatDate(starts_on)} – ${formatDate(ends_on)}`;
  return day_part ? `${i18n.t(`events_events.day_part.${day_part as 'morning'}`)} ${days}` : days;
}
