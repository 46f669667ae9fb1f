import { expect, test } from 'vitest';
import { fold } from './fold';

test('Vietnamese is found without its marks', () => {
  expect(fold('Đơn vị · Tổ chức PCPNN')).toBe('don vi · to chuc pcpnn');
});
