import { expect, test } from 'vitest';
import { asked, statisticsSearch } from './search';

test('a dimension of another question falls back to the first of this one', () => {
  expect(statisticsSearch({ what: 'members', by: 'region' })).toEqual({ what: 'members' });
  expect(asked({ what: 'members', as_of: '2017-12-31' })).toEqual({
    what: 'members',
    by: 'level',
    as_of: '2017-12-31',
  });
});

test('boundaries are asked of organisations alone, a union of all but unions', () => {
  const search = { as_of: '2025-12-31', unit: 'CANTHO', boundaries: 'now' as const };

  expect(asked(search)).toMatchObject({ unit: 'CANTHO', boundaries: 'now' });
  expect(asked({ ...search, what: 'members' })).not.toHaveProperty('boundaries');
  expect(asked({ ...search, what: 'units' })).not.toHaveProperty('unit');
});
