import { expect, test } from 'vitest';
import { signInSearch } from './search';

test.each(['//evil.example', '/\\evil.example', 'https:evil', 3, undefined])(
  '%s is not followed after signing in',
  (next) => {
    expect(signInSearch({ next })).toEqual({});
  },
);

test('a path of this site is', () => {
  expect(signInSearch({ next: '/aid/grants?q=a' })).toEqual({ next: '/aid/grants?q=a' });
});
