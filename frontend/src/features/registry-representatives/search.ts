import { listSearch } from '../../shared/ui/listSearch';

export const representativeSearch = listSearch(['unit', 'post', 'as_of'], ['person']);
