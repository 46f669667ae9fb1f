import { listSearch } from '../../shared/ui/listSearch';

export const venueSearch = listSearch(['province', 'capacity_from'], ['name']);
export type VenueSearch = ReturnType<typeof venueSearch>;
