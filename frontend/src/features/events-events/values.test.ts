import { expect, test } from 'vitest';
import { toValues, whenOf } from './values';

const starts = { day: '2026-11-05', time: '8h30' };
const ends = { day: '2026-11-06', time: '17:00' };

test('a clock time is said as two instants of Viet Nam', () => {
  expect(whenOf({ precision: 'time', starts, ends })).toMatchObject({
    starts_at: '2026-11-05T08:30:00+07:00',
    ends_at: '2026-11-06T17:00:00+07:00',
    starts_on: null,
    ends_on: null,
  });
});

test('whole days are said without an hour, a month by any day of it', () => {
  expect(whenOf({ precision: 'day', starts, ends })).toMatchObject({
    starts_at: null,
    starts_on: '2026-11-05',
    ends_on: '2026-11-06',
  });
  expect(whenOf({ precision: 'month', starts, ends })).toMatchObject({
    starts_on: '2026-11-05',
    ends_on: null,
  });
});

test('a new event begins internal and with a clock', () => {
  expect(toValues(undefined)).toMatchObject({ visibility: 'internal', precision: 'time', kind: null });
});
