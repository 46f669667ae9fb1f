import { listSearch } from '../../shared/ui/listSearch';

export const obligationSearch = listSearch(['rule', 'status', 'year', 'unit', 'as_of'], ['due_on']);
export type ObligationSearch = ReturnType<typeof obligationSearch>;
