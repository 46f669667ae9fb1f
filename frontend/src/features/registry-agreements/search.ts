import { listSearch } from '../../shared/ui/listSearch';

export const agreementSearch = listSearch(['unit', 'kind', 'as_of', 'expiring_within'], ['starts']);
