import { listSearch } from '../../shared/ui/listSearch';

export const referralSearch = listSearch(
  ['unit', 'status', 'introduced_from', 'introduced_to'],
  ['introduced_on'],
);
