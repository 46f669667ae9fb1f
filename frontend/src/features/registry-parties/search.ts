import { listSearch } from '../../shared/ui/listSearch';

export const partySearch = listSearch(['unit', 'kind', 'country'], ['name']);
