/** A venue as a form holds it: texts, never null; and back as the wire wants it. */
import type { Venue, VenueIn } from './venues';

export type Values = {
  name_vi: string;
  name_en: string;
  address: string;
  province: string | null;
  capacity: string;
  note: string;
};
export const FIELDS = ['name_vi', 'name_en', 'address', 'province', 'capacity', 'note'] as const;

export function toValues(venue: Venue | undefined): Values {
  return {
    name_vi: venue?.name_vi ?? '',
    name_en: venue?.name_en ?? '',
    address: venue?.address ?? '',
    province: venue?.province ?? null,
    capacity: venue?.capacity?.toString() ?? '',
    note: venue?.note ?? '',
  };
}

const some = (text: string) => text.trim() || null;

export function toWire({ name_vi, name_en, address, province, capacity, note }: Values): VenueIn {
  return {
    name_vi: name_vi.trim(),
    name_en: some(name_en),
    address: some(address),
    province,
    capacity: capacity ? Number(capacity) : null,
    note: some(note),
  };
}
