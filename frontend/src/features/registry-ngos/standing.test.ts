import { expect, test } from 'vitest';
import { state } from './standing';

const paper = { valid_from: '2024-01-01', valid_to: '2026-12-31', ended_on: null, suspended_on: null };

test.each([
  ['valid', {}],
  ['suspended', { suspended_on: '2026-06-01' }],
  ['valid', { suspended_on: '2026-06-02' }],
  ['ended', { suspended_on: '2026-05-01', ended_on: '2026-06-01' }],
  ['suspended', { suspended_on: '2026-05-01', valid_to: '2026-05-31' }],
  ['expired', { valid_to: '2026-05-31' }],
  ['not_yet', { valid_from: '2026-06-02' }],
])('%s on 1 June: %o', (expected, dates) => {
  expect(state({ ...paper, ...dates }, '2026-06-01')).toBe(expected);
});
