/** The columns of a list by the record they belong to, and what a row changes in them. */
import type { Row } from './imports';

export const NGO_FIELDS = [
  'name_vi',
  'name_en',
  'short_name',
  'public_id',
  'home_country',
  'website',
  'founded_year',
  'note',
  'sectors',
  'names',
  'identifiers',
] as const;
export const CERTIFICATE_FIELDS = [
  'kind',
  'number',
  'issuer',
  'issued_on',
  'valid_from',
  'valid_to',
  'ended_on',
  'suspended_on',
  'provinces',
  'sectors',
] as const;

export type NgoField = (typeof NGO_FIELDS)[number];
export type CertificateField = (typeof CERTIFICATE_FIELDS)[number];
export type Field = { of: 'ngo'; name: NgoField } | { of: 'certificate'; name: CertificateField };
export type RowChange = { field: Field; before: unknown; after: unknown };

export const FIELDS: readonly Field[] = [
  ...NGO_FIELDS.map((name): Field => ({ of: 'ngo', name })),
  ...CERTIFICATE_FIELDS.map((name): Field => ({ of: 'certificate', name })),
];

/** The field that a reason speaks of; none when it speaks of the whole row. */
export const fieldOf = (name: string) => FIELDS.find((field) => field.name === name);

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What a row changes in records that exist; of a new one everything is new, so nothing is listed. */
export function rowChanges({ before, after }: Row): RowChange[] {
  return FIELDS.flatMap((field) => {
    const [old, next] = [before?.[field.of], after?.[field.of]];
    if (!old || !next || same(old[field.name], next[field.name])) return [];
    return [{ field, before: old[field.name], after: next[field.name] }];
  });
}
