/** A record as a form holds it, and back as the wire wants it, field by field. */
import type { Field } from './sheet';

export type Imprecise = { date: string | null; precision: string; planned: boolean };
export type Values = Record<string, unknown>;
const NO_DATE: Imprecise = { date: null, precision: 'day', planned: false };

function toValue({ kind }: Field, value: unknown): unknown {
  if (kind === 'imprecise') return value ?? NO_DATE;
  if (kind === 'flag') return value ?? false;
  if (kind === 'several') return value ?? [];
  if (kind === 'list') return ((value as string[] | undefined) ?? []).join('\n');
  if (kind === 'day' || kind === 'choice' || kind === 'ngo' || kind === 'need') return value ?? null;
  return value === null || value === undefined ? '' : String(value);
}

const some = (text: string) => text.trim() || null;

function toWireValue({ kind }: Field, value: unknown): unknown {
  if (kind === 'imprecise') return (value as Imprecise).date ? value : null;
  if (kind === 'number') return some(String(value)) === null ? null : Number(value);
  if (kind === 'list')
    return String(value)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  return typeof value === 'string' ? some(value) : value;
}

export function toValues(fields: readonly Field[], record: object | undefined): Values {
  const given = (record ?? {}) as Record<string, unknown>;
  return Object.fromEntries(fields.map((field) => [field.name, toValue(field, given[field.name])]));
}

export function toWire(fields: readonly Field[], values: Values): Values {
  return Object.fromEntries(fields.map((field) => [field.name, toWireValue(field, values[field.name])]));
}

/** A field whose value is never shown: left empty in a correction, it says nothing and all stays. */
export const unlessEmpty =
  (name: string) =>
  (values: Values): object =>
    some(String(values[name] ?? '')) === null ? { [name]: undefined } : {};

/** Whether a required field is still empty. */
export function isMissing(field: Field, value: unknown): boolean {
  if (!field.required) return false;
  const wire = toWireValue(field, value);
  return wire === null || (Array.isArray(wire) && wire.length === 0);
}
