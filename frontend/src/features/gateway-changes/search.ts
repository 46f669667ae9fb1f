import { listSearch } from '../../shared/ui/listSearch';

/** `log` is the part of the house whose log is read; the rest are the server's own filters. */
export const changeSearch = listSearch(
  ['log', 'resource', 'action', 'actor_kind', 'actor_id', 'record_id', 'request_id', 'at_from', 'at_to'],
  [],
);
export type ChangeSearch = ReturnType<typeof changeSearch>;
