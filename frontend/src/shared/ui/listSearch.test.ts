import { expect, test } from 'vitest';
import { listSearch } from './listSearch';

const search = listSearch(['country', 'status'], ['name_vi', 'updated_at']);

test('known filters and orders are kept, the rest of the address is dropped', () => {
  expect(search({ q: 'viện', country: 'US', sort: '-updated_at', page: '3', status: '' })).toEqual({
    q: 'viện',
    country: 'US',
    sort: '-updated_at',
  });
  expect(search({ sort: 'password' })).toEqual({});
});
