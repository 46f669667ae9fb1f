import { formatDate } from '../../format/dates';

export type Option = { value: string; label: string };
export type Filter =
  | { key: string; label: string; kind: 'choice'; options: readonly Option[] }
  | { key: string; label: string; kind: 'date' };

/** What a filter's value is called. */
export function filterText(filter: Filter, value: string): string {
  if (filter.kind === 'date') return formatDate(value);
  return filter.options.find((option) => option.value === value)?.label ?? value;
}
