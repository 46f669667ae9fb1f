import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './search';

test('the address stays plain and comes back as it went', () => {
  const search = { q: 'viện trợ', from: '2021-01-01', year: '2021' };

  expect(stringifySearch({ ...search, gone: undefined })).toBe(
    '?q=vi%E1%BB%87n+tr%E1%BB%A3&from=2021-01-01&year=2021',
  );
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});
