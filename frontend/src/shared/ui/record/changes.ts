export type Labels = Record<string, { label: string; show?: (value: unknown) => string }>;
export type ChangedField = { field: string; label: string; before: string; after: string };
type Fields = Record<string, unknown>;

function shown(value: unknown, show?: (value: unknown) => string): string {
  if (value === null || value === undefined || value === '') return '—';
  return show ? show(value) : String(value);
}

/** The labelled fields two versions differ in. The first version has no before: what it holds is the record. */
export function changedFields(before: Fields | undefined, after: Fields, labels: Labels): ChangedField[] {
  if (!before) return [];
  return Object.entries(labels)
    .filter(([field]) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map(([field, { label, show }]) => ({
      field,
      label,
      before: shown(before[field], show),
      after: shown(after[field], show),
    }));
}
