import { expect, test } from 'vitest';
import type { Field } from './sheet';
import { isMissing, toValues, toWire } from './values';

const fields: Field[] = [
  { name: 'name', label: '', kind: 'text', required: true },
  { name: 'people', label: '', kind: 'number' },
  { name: 'joined', label: '', kind: 'imprecise' },
  { name: 'posts', label: '', kind: 'list' },
  { name: 'union', label: '', kind: 'choice', fixed: true },
];

test('an empty form goes out as nulls, and a month stays a month', () => {
  expect(toWire(fields, toValues(fields, undefined), true)).toEqual({
    name: null,
    people: null,
    joined: null,
    posts: [],
    union: null,
  });
  const joined = { date: '2017-03-01', precision: 'month', planned: false };
  expect(toWire(fields, toValues(fields, { joined, people: 40, posts: ['a', 'b'] }), true)).toMatchObject({
    joined,
    people: 40,
    posts: ['a', 'b'],
  });
});

test('what is fixed is not sent with a change', () => {
  expect(toWire(fields, toValues(fields, { union: 'x' }), false)).not.toHaveProperty('union');
});

test('a required text of blanks is missing', () => {
  const [name] = fields;
  expect(name && isMissing(name, '  ')).toBe(true);
});
