import type { components } from '../../api/generated/registry';

/** The chassis writes history alike in every service, so one service's type stands for all. */
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type Labels = Record<string, { label: string; show?: (value: unknown) => string }>;
export type ChangedField = { field: string; label: string; before: string; after: string };

function shown(value: unknown, show?: (value: unknown) => string): string {
  if (value === null || value === undefined || value === '') return '—';
  return show ? show(value) : String(value);
}

/** The changes worth telling: fields with a label. The first version has no before, so it tells none. */
export function changedFields({ version, fields }: HistoryEntry, labels: Labels): ChangedField[] {
  if (version === 1) return [];
  return fields.flatMap(({ field, before, after }) => {
    const told = labels[field];
    return told
      ? [{ field, label: told.label, before: shown(before, told.show), after: shown(after, told.show) }]
      : [];
  });
}
