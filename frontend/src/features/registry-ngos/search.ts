import { listSearch } from '../../shared/ui/listSearch';

export const ngoSearch = listSearch(
  ['home_country', 'region', 'sector', 'province', 'unit', 'as_of', 'duplicates'],
  ['name', 'updated_at'],
);
export type NgoSearch = ReturnType<typeof ngoSearch>;

export const TABS = [
  'profile',
  'entries',
  'people',
  'contacts',
  'certificates',
  'aid',
  'events',
  'relations',
  'proposals',
  'duplicates',
  'history',
] as const;
export type Tab = (typeof TABS)[number];

/** The tab of a record lives in the address; another word means the first. */
export function ngoTabSearch(raw: Record<string, unknown>): { tab?: Tab } {
  const tab = TABS.find((name) => name === raw.tab);
  return tab && tab !== 'profile' ? { tab } : {};
}
