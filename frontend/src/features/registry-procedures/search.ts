import { listSearch } from '../../shared/ui/listSearch';

export const procedureSearch = listSearch(
  ['kind', 'status', 'certificate_kind', 'open', 'due_to', 'ngo_id'],
  ['opened_on', 'due'],
);
export type ProcedureSearch = ReturnType<typeof procedureSearch>;

export const TABS = ['course', 'checklist', 'documents', 'history'] as const;
export type Tab = (typeof TABS)[number];

/** The tab of a record lives in the address; another word means the first. */
export function procedureTabSearch(raw: Record<string, unknown>): { tab?: Tab } {
  const tab = TABS.find((name) => name === raw.tab);
  return tab && tab !== 'course' ? { tab } : {};
}

/** What a new procedure is about. */
export function newProcedureSearch(raw: Record<string, unknown>): { certificate?: string; ngo?: string } {
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
  const certificate = text(raw.certificate);
  const ngo = text(raw.ngo);
  return { ...(certificate && { certificate }), ...(ngo && { ngo }) };
}
