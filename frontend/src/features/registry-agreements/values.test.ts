import { expect, test } from 'vitest';
import type { Agreement } from './agreements';
import { clausesOf, from } from './values';

test('a line keeps its number, and one without takes its place', () => {
  expect(clausesOf('2a. Trao đổi thông tin\n\n Tập huấn ')).toEqual([
    { number: '2a', text: 'Trao đổi thông tin' },
    { number: '2', text: 'Tập huấn' },
  ]);
});

test('a clause with a day keeps it on the way into the form and back', () => {
  const clauses = [
    { number: '1', text: 'Tập huấn', due_on: '2026-10-05' },
    { number: '2', text: 'Trao đổi (hai bên)' },
  ];
  const lines = (from({ parties: [], clauses } as unknown as Agreement) as { clause_lines: string[] })
    .clause_lines;

  expect(lines[0]).toBe('1. Tập huấn (hạn 05/10/2026)');
  expect(clausesOf(lines.join('\n'))).toEqual(clauses);
});
