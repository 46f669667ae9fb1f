import { describe, expect, test } from 'vitest';
import { setLanguage } from '../i18n/setup';
import { formatMoney, formatMoneyCompact, qualified } from './money';

// Intl separates with no-break spaces in places; a reader sees a space.
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('compact money', () => {
  test.each([
    ['594500000000', 'VND', '594,5 tỷ đồng'],
    ['1200000000000', 'VND', '1.200 tỷ đồng'],
    ['500000000', 'VND', '500 triệu đồng'],
    ['999960000', 'VND', '1 tỷ đồng'],
    ['950000', 'VND', '950.000 đồng'],
    ['0', 'VND', '0 đồng'],
    ['-2500000', 'VND', '-2,5 triệu đồng'],
    ['25847826.09', 'USD', '25,8 triệu USD'],
    ['3100000000', 'EUR', '3,1 tỷ EUR'],
  ])('%s %s reads %s', (amount, currency, text) => {
    expect(plain(formatMoneyCompact({ amount, currency }))).toBe(text);
  });

  test('reads in English too', async () => {
    await setLanguage('en');

    expect(formatMoneyCompact({ amount: '594500000000', currency: 'VND' })).toBe('594.5 billion VND');
  });
});

test('exact money loses no digit, however long', () => {
  expect(formatMoney({ amount: '12345678901234567890.12', currency: 'USD' })).toBe(
    '12.345.678.901.234.567.890,12 USD',
  );
});

test('a qualifier is said in words', () => {
  const text = formatMoneyCompact({ amount: '594500000000', currency: 'VND' });

  expect(qualified(text, 'almost')).toBe('gần 594,5 tỷ đồng');
  expect(qualified(text)).toBe('594,5 tỷ đồng');
});
