import { expect, test } from 'vitest';
import { parseTime, toDayTime, toInstant } from './dayTime';

test('an hour is read in the ways people write it', () => {
  expect(['8:30', '8h30', '0830', '8h', '14.05', '08:30'].map(parseTime)).toEqual([
    '08:30',
    '08:30',
    '08:30',
    '08:00',
    '14:05',
    '08:30',
  ]);
  expect(['', '25:00', '8:61', 'sáng'].map(parseTime)).toEqual([null, null, null, null]);
});

test('a moment goes to the form and back on the clock of Viet Nam', () => {
  expect(toDayTime('2026-11-04T18:30:00Z')).toEqual({ day: '2026-11-05', time: '01:30' });
  expect(toInstant('2026-11-05', '1h30')).toBe('2026-11-05T01:30:00+07:00');
  expect(toInstant(null, '08:30')).toBeNull();
});
