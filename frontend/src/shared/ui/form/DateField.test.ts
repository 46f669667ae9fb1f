import { expect, test } from 'vitest';
import { parseDay } from './DateField';

test.each([
  ['31/12/2026', '2026-12-31'],
  ['1-9-2026', '2026-09-01'],
  ['2026-09-01', '2026-09-01'],
  ['31/02/2026', null],
  ['mai', null],
])('%s is %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});
