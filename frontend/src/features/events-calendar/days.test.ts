import { expect, test } from 'vitest';
import { dayAway, monthAway, weeksOf } from './days';

test('a month is whole weeks from Monday to Sunday', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks[0]?.[0]).toBe('2026-10-26');
  expect(weeks.at(-1)?.[6]).toBe('2026-12-06');
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeksOf('2027-02')).toHaveLength(4);
});

test('months and days go over the end of the year', () => {
  expect(monthAway('2026-12', 1)).toBe('2027-01');
  expect(monthAway('2026-01', -1)).toBe('2025-12');
  expect(dayAway('2026-12-31', 1)).toBe('2027-01-01');
});
