import { listSearch } from '../../shared/ui/listSearch';

export const clientSearch = listSearch(['unit_code'], []);
export type ClientSearch = ReturnType<typeof clientSearch>;
