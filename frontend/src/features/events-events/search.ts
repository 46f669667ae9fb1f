import { listSearch } from '../../shared/ui/listSearch';

export const eventSearch = listSearch(
  ['kind', 'status', 'starts_from', 'starts_to'],
  ['starts_at', 'updated_at'],
);
export type EventSearch = ReturnType<typeof eventSearch>;

export const TABS = ['profile', 'venues', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** The tab of a record lives in the address; another word means the first. */
export function eventTabSearch(raw: Record<string, unknown>): { tab?: Tab } {
  const tab = TABS.find((name) => name === raw.tab);
  return tab && tab !== 'profile' ? { tab } : {};
}
