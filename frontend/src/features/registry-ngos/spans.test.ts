import { expect, test } from 'vitest';
import { scale } from './spans';

const PAPER = { from: '2017-07-01', to: '2020-12-31' };

test('a line begins with the year of the first day and ends with that of the last, or of today', () => {
  const { years, place, width } = scale([PAPER], '2026-11-28');

  expect([years[0], place('2017-01-01'), place('2027-01-01')]).toEqual([2017, 0, 100]);
  expect(place(PAPER.from) + width(PAPER)).toBeCloseTo(place('2021-01-01'), 6);
});

test('what has no end runs to the end of the line', () => {
  const { place, width } = scale([{ from: '2024-01-01', to: null }], '2026-11-28');

  expect(place('2024-01-01') + width({ from: '2024-01-01', to: null })).toBeCloseTo(100, 6);
});

test('forty years are marked by at most nine years', () => {
  expect(scale([{ from: '1990-01-01', to: '2029-12-31' }], '2026-11-28').years.length).toBeLessThanOrEqual(9);
});
