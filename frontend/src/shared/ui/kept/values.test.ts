import { expect, test } from 'vitest';
import { asked, type Field } from './sheet';
import { isMissing, toValues, toWire, unlessEmpty } from './values';

const fields: Field[] = [
  { name: 'name', label: '', kind: 'text', required: true },
  { name: 'people', label: '', kind: 'number' },
  { name: 'joined', label: '', kind: 'imprecise' },
  { name: 'posts', label: '', kind: 'list' },
  { name: 'union', label: '', kind: 'choice', fixed: true },
];

test('an empty form goes out as nulls, and a month stays a month', () => {
  expect(toWire(fields, toValues(fields, undefined))).toEqual({
    name: null,
    people: null,
    joined: null,
    posts: [],
    union: null,
  });
  const joined = { date: '2017-03-01', precision: 'month', planned: false };
  expect(toWire(fields, toValues(fields, { joined, people: 40, posts: ['a', 'b'] }))).toMatchObject({
    joined,
    people: 40,
    posts: ['a', 'b'],
  });
});

test('a change does not ask for what is fixed, and nothing asks for what is only shown', () => {
  const all: Field[] = [...fields, { name: 'masked', label: '', kind: 'text', shownOnly: true }];
  const names = (isNew: boolean) => asked(all, isNew).map(({ name }) => name);

  expect(names(true)).toEqual(['name', 'people', 'joined', 'posts', 'union']);
  expect(names(false)).toEqual(['name', 'people', 'joined', 'posts']);
});

test('a number that is never shown goes with a correction only when it was typed', () => {
  const sent = (number: string) => JSON.stringify({ number: null, ...unlessEmpty('number')({ number }) });

  expect([sent(' '), sent('12')]).toEqual(['{}', '{"number":null}']);
});

test('a required text of blanks is missing', () => {
  const [name] = fields;
  expect(name && isMissing(name, '  ')).toBe(true);
});
