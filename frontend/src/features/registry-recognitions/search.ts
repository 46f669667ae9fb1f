import { listSearch } from '../../shared/ui/listSearch';

export const recognitionSearch = listSearch(
  ['unit', 'kind', 'recipient_type', 'level', 'status'],
  ['decided'],
);
