import { describe, expect, it } from 'vitest';
import { roman } from './roman';

describe('numbers of terms', () => {
  it.each([
    [4, 'IV'],
    [5, 'V'],
    [9, 'IX'],
    [13, 'XIII'],
    [39, 'XXXIX'],
    [0, '0'],
    [40, '40'],
  ])('%d is written %s', (number, written) => expect(roman(number)).toBe(written));
});
