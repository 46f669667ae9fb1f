import { listSearch } from '../../shared/ui/listSearch';

export const grantSearch = listSearch(
  ['form', 'status', 'province', 'approved_from', 'approved_to', 'waiting_for_me'],
  ['approved_on', 'updated_at', 'code'],
);
export type GrantSearch = ReturnType<typeof grantSearch>;

export const TABS = ['profile', 'documents', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** The tab of a record lives in the address; another word means the first. */
export function tabSearch(raw: Record<string, unknown>): { tab?: Tab } {
  const tab = TABS.find((name) => name === raw.tab);
  return tab && tab !== 'profile' ? { tab } : {};
}
