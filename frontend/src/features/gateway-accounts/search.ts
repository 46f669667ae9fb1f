import { listSearch } from '../../shared/ui/listSearch';

export const accountSearch = listSearch(['role', 'unit_code'], []);
export type AccountSearch = ReturnType<typeof accountSearch>;
