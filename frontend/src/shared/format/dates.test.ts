import { expect, test } from 'vitest';
import { formatDate, formatDateTime, formatImprecise, today } from './dates';

test('a date is written the Vietnamese way and never shifts by a zone', () => {
  expect(formatDate('2026-12-31')).toBe('31/12/2026');
});

test('a time is told in Vietnam', () => {
  expect(formatDateTime('2026-12-31T17:30:00Z')).toBe('00:30 01/01/2027');
});

test.each([
  [{ date: '2018-10-01', precision: 'month' as const }, 'tháng 10/2018'],
  [{ date: '2018-10-01', precision: 'quarter' as const, planned: true }, 'dự kiến quý IV/2018'],
  [{ date: '2018-01-01', precision: 'year' as const }, 'năm 2018'],
  [{ date: '2018-02-03' }, '03/02/2018'],
])('%o says no more than is known', (value, text) => {
  expect(formatImprecise(value)).toBe(text);
});

test('today is the day it is in Vietnam', () => {
  expect(today(new Date('2026-12-31T18:00:00Z'))).toBe('2027-01-01');
});
