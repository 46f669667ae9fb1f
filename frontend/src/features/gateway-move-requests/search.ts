import { listSearch } from '../../shared/ui/listSearch';

export const moveRequestSearch = listSearch(['status'], []);
export type MoveRequestSearch = ReturnType<typeof moveRequestSearch>;
