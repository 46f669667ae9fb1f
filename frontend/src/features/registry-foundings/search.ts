import { listSearch } from '../../shared/ui/listSearch';

export const foundingSearch = listSearch(['status', 'province', 'as_of'], ['opened']);
