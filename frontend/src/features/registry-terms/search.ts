import { listSearch } from '../../shared/ui/listSearch';

export const termSearch = listSearch(['unit', 'as_of'], ['starts']);
