/** The day and the period that the overview speaks of; both live in the address. */
import { today } from '../../shared/format/dates';

export type OverviewSearch = { as_of?: string; from?: string; to?: string };

const day = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

export function overviewSearch(raw: Record<string, unknown>): OverviewSearch {
  return { as_of: day(raw.as_of), from: day(raw.from), to: day(raw.to) };
}

/** What is asked when the address says nothing: today, and this year until today. */
export function period({ as_of, from, to }: OverviewSearch): Required<OverviewSearch> {
  const now = today();
  const end = to ?? now;
  return { as_of: as_of ?? now, from: from ?? `${end.slice(0, 4)}-01-01`, to: end };
}
