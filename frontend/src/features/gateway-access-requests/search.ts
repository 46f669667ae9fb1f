import { listSearch } from '../../shared/ui/listSearch';

export const accessRequestSearch = listSearch(['status'], []);
export type AccessRequestSearch = ReturnType<typeof accessRequestSearch>;
