import { listSearch } from '../../shared/ui/listSearch';

export const proposalSearch = listSearch(['unit', 'steward', 'status'], ['created_at']);
