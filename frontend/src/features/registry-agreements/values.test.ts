import { expect, test } from 'vitest';
import { clausesOf } from './values';

test('a line keeps its number, and one without takes its place', () => {
  expect(clausesOf('2a. Trao đổi thông tin\n\n Tập huấn ')).toEqual([
    { number: '2a', text: 'Trao đổi thông tin' },
    { number: '2', text: 'Tập huấn' },
  ]);
});
