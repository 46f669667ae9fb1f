import { listSearch } from '../../shared/ui/listSearch';

export const roleGrantSearch = listSearch(['status'], []);
export type RoleGrantSearch = ReturnType<typeof roleGrantSearch>;
