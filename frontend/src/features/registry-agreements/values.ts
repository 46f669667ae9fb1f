/** Parties and clauses as lines of a form, and back as the wire wants them. */
import type { Field } from '../../shared/ui/kept/sheet';
import type { Values } from '../../shared/ui/kept/values';
import type { Agreement } from './agreements';

type Clause = { number: string; text: string; due_on?: string };
const DUE = /\s*\(hạn (\d{1,2})\/(\d{1,2})\/(\d{4})\)$/;

/** `Tập huấn (hạn 15/10/2026)` → the text, and the day by which it is owed. */
function dated(line: string): Omit<Clause, 'number'> {
  const due = DUE.exec(line);
  if (!due) return { text: line };
  const [, day = '', month = '', year] = due;
  return {
    text: line.replace(DUE, ''),
    due_on: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  };
}

/** `3. Trao đổi thông tin` → clause 3; a line without a number takes its place in the list. */
export function clausesOf(text: string): Clause[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, index) => {
      const numbered = /^(\S{1,20})[.)]\s+(.+)$/.exec(line);
      return numbered
        ? { number: numbered[1] ?? '', ...dated(numbered[2] ?? '') }
        : { number: String(index + 1), ...dated(line) };
    });
}

const slashed = (day: string) => day.split('-').reverse().join('/');

export function from(record: Agreement): object {
  return {
    sides: record.parties.flatMap(({ unit_id }) => (unit_id ? [unit_id] : [])),
    others: record.parties.filter(({ unit_id }) => !unit_id).map(({ name }) => name),
    clause_lines: record.clauses.map(
      ({ number, text, due_on }) =>
        `${number}. ${text.replace(/\s*\n\s*/g, ' ')}${due_on ? ` (hạn ${slashed(due_on)})` : ''}`,
    ),
  };
}

/** A party that was on record keeps its name and its record. */
export function also(values: Values, record: Agreement | undefined, fields: readonly Field[]): object {
  const options = fields.find(({ name }) => name === 'sides')?.options ?? [];
  const called = (id: string) => options.find(({ value }) => value === id)?.label ?? id;
  const before = record?.parties ?? [];
  const units = (values.sides as string[]).map(
    (unit_id) => before.find((party) => party.unit_id === unit_id) ?? { name: called(unit_id), unit_id },
  );
  const names = String(values.others)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const others = names.map(
    (name) => before.find((party) => !party.unit_id && party.name === name) ?? { name },
  );
  return {
    parties: [...units, ...others],
    clauses: clausesOf(String(values.clause_lines)),
    sides: undefined,
    others: undefined,
    clause_lines: undefined,
  };
}
