import { listSearch } from '../../shared/ui/listSearch';

export const bankAccountSearch = listSearch(['unit', 'as_of'], ['notified_on']);
