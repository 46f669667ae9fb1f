import { listSearch } from '../../shared/ui/listSearch';

export const officerSearch = listSearch(['unit', 'post', 'as_of'], ['person']);
