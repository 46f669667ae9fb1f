import { listSearch } from '../../shared/ui/listSearch';

export const subjectRequestSearch = listSearch(['kind', 'status', 'overdue'], ['due_on', 'received_on']);
export type SubjectRequestSearch = ReturnType<typeof subjectRequestSearch>;
