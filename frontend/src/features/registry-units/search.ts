import { listSearch } from '../../shared/ui/listSearch';

export const unitSearch = listSearch(['status'], []);
export type UnitSearch = ReturnType<typeof unitSearch>;
