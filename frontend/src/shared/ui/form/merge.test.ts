import { expect, test } from 'vitest';
import { differences, merged } from './merge';

const base = { name: 'A', donor: 'B', note: 'C', place: 'D' };
const mine = { ...base, name: 'A1', note: 'C1', place: 'same' };
const theirs = { ...base, donor: 'B2', note: 'C2', place: 'same' };

test('each field says who changed it; a change both made alike is none', () => {
  expect(differences(base, mine, theirs)).toEqual([
    { field: 'name', by: 'mine' },
    { field: 'donor', by: 'theirs' },
    { field: 'note', by: 'both' },
  ]);
});

test('a merge is their record with the fields I keep', () => {
  expect(merged(mine, theirs, new Set(['name']))).toEqual({
    name: 'A1',
    donor: 'B2',
    note: 'C2',
    place: 'same',
  });
});
