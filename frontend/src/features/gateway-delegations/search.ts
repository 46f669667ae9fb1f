import { listSearch } from '../../shared/ui/listSearch';

export const delegationSearch = listSearch(['status'], []);
export type DelegationSearch = ReturnType<typeof delegationSearch>;
