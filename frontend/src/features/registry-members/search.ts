import { listSearch } from '../../shared/ui/listSearch';

export const memberSearch = listSearch(['unit', 'level', 'kind', 'country', 'as_of'], ['name']);
