import { listSearch } from '../../shared/ui/listSearch';

export const unitSearch = listSearch(['status', 'level', 'as_of'], ['name']);
