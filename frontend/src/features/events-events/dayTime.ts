/** A moment as a form holds it: the day and the hour on Viet Nam's clock. */
import { formatDateTime, today } from '../../shared/format/dates';

export type DayTime = { day: string | null; time: string };

export const toDayTime = (instant: string): DayTime => ({
  day: today(new Date(instant)),
  time: formatDateTime(instant).slice(0, 5),
});

/** `8:30`, `8h30`, `0830` and `8h` as `08:30`; anything else is no time. */
export function parseTime(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*(?:[:h.g]\s*(\d{2})?|(\d{2}))\s*$/i.exec(text);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? found[3] ?? 0)];
  return hour < 24 && minute < 60
    ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    : null;
}

/** Viet Nam is seven hours ahead, in summer as in winter. */
export function toInstant(day: string | null, time: string): string | null {
  const clock = parseTime(time);
  return day && clock ? `${day}T${clock}:00+07:00` : null;
}
