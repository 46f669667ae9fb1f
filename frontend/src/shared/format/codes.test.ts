import { expect, test } from 'vitest';
import { bareCode } from './codes';

test.each([
  [' 123 456\n', '123456'],
  ['123\u00a0456', '123456'],
  ['abcd-efgh ', 'abcd-efgh'],
])('a code is sent without the spaces it was typed with: %j', (typed, sent) => {
  expect(bareCode(typed)).toBe(sent);
});
