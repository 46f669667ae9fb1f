import { listSearch } from '../../shared/ui/listSearch';

export const needSearch = listSearch(['unit', 'province', 'sector', 'as_of'], ['title']);
