import { expect, test } from 'vitest';
import { setLanguage } from '../i18n/setup';
import { formatBytes, formatNumber, formatPercent } from './numbers';

test('numbers follow the language', async () => {
  expect(formatNumber(1234567.891)).toBe('1.234.567,89');
  await setLanguage('en');
  expect(formatNumber(1234567.891)).toBe('1,234,567.89');
});

test('shares and sizes are rounded as people say them', () => {
  expect(formatPercent(0.12345)).toBe('12,3%');
  expect([500, 84_000, 1_240_000].map(formatBytes)).toEqual(['500 B', '84 KB', '1,2 MB']);
});
