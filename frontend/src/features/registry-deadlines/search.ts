import { listSearch } from '../../shared/ui/listSearch';

export const deadlineSearch = listSearch(['what', 'kind', 'within', 'overdue'], ['due_on']);
export type DeadlineSearch = ReturnType<typeof deadlineSearch>;
