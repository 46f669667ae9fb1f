/** An event as a form holds it: texts, never null; and back as the wire wants it. */
import { type DayTime, toDayTime, toInstant } from './dayTime';
import type { Event } from './event';
import type { EventIn } from './save';
import type { Precision, Visibility } from './words';

export type Organisation = { name: string; ngo_id: string | null };

export type Values = {
  title_vi: string;
  title_en: string;
  kind: string | null;
  visibility: Visibility;
  precision: Precision;
  starts: DayTime;
  ends: DayTime;
  place: string;
  expected_attendance: string;
  countries: string[];
  organisations: Organisation[];
  description: string;
  note: string;
};

const CLOCK = { starts: '08:00', ends: '11:00' };

/** Whole days end at midnight; the form speaks of the last day, as people do. */
function edges(event: Event): Pick<Values, 'starts' | 'ends'> {
  if (event.precision === 'time')
    return { starts: toDayTime(event.starts_at), ends: toDayTime(event.ends_at) };
  return {
    starts: { day: event.starts_on, time: CLOCK.starts },
    ends: { day: event.ends_on, time: CLOCK.ends },
  };
}

export function toValues(event: Event | undefined): Values {
  return {
    title_vi: event?.title_vi ?? '',
    title_en: event?.title_en ?? '',
    kind: event?.kind ?? null,
    visibility: event?.visibility ?? 'internal',
    precision: event?.precision ?? 'time',
    ...(event
      ? edges(event)
      : { starts: { day: null, time: CLOCK.starts }, ends: { day: null, time: CLOCK.ends } }),
    place: event?.place ?? '',
    expected_attendance: event?.expected_attendance?.toString() ?? '',
    countries: event?.countries ?? [],
    organisations: event?.organisations ?? [],
    description: event?.description ?? '',
    note: event?.note ?? '',
  };
}

const some = (text: string) => text.trim() || null;

/** The fields that say when, and null in those that would say it otherwise. */
export function whenOf({ precision, starts, ends }: Pick<Values, 'precision' | 'starts' | 'ends'>) {
  const hasClock = precision === 'time';
  return {
    precision,
    starts_at: hasClock ? toInstant(starts.day, starts.time) : null,
    ends_at: hasClock ? toInstant(ends.day, ends.time) : null,
    starts_on: hasClock ? null : starts.day,
    ends_on: precision === 'day' ? ends.day : null,
    // a morning can be said of a day only; elsewhere it is left as it is
    ...(precision !== 'day' && { day_part: null }),
  };
}

export function toWire(values: Values): EventIn {
  const attendance = values.expected_attendance.trim();
  return {
    title_vi: values.title_vi.trim(),
    title_en: some(values.title_en),
    kind: values.kind ?? '',
    visibility: values.visibility,
    ...whenOf(values),
    place: some(values.place),
    expected_attendance: attendance ? Number(attendance) : null,
    countries: values.countries,
    organisations: values.organisations,
    description: some(values.description),
    note: some(values.note),
  };
}

/** The paths that the form shows beside a field. */
export const FIELDS = [
  'title_vi',
  'title_en',
  'kind',
  'visibility',
  'precision',
  'place',
  'expected_attendance',
  'countries',
  'organisations',
  'description',
  'note',
] as const;
