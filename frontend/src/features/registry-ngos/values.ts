/** An NGO as a form holds it, and back as the wire wants it. */
import type { Ngo } from './ngos';
import type { NgoIn } from './save';

export type Values = {
  name_vi: string;
  name_en: string;
  short_name: string;
  home_country: string | null;
  sectors: string[];
  website: string;
  founded_year: string;
  note: string;
};

export const FIELDS = [
  'name_vi',
  'name_en',
  'short_name',
  'home_country',
  'sectors',
  'website',
  'founded_year',
  'note',
] as const;

export function toValues(ngo: Ngo | undefined): Values {
  return {
    name_vi: ngo?.name_vi ?? '',
    name_en: ngo?.name_en ?? '',
    short_name: ngo?.short_name ?? '',
    home_country: ngo?.home_country ?? null,
    sectors: ngo?.sectors ?? [],
    website: ngo?.website ?? '',
    founded_year: ngo?.founded_year?.toString() ?? '',
    note: ngo?.note ?? '',
  };
}

const some = (text: string) => text.trim() || null;

export function toWire(values: Values): NgoIn {
  return {
    name_vi: values.name_vi.trim(),
    name_en: some(values.name_en),
    short_name: some(values.short_name),
    home_country: values.home_country ?? '',
    sectors: values.sectors,
    website: some(values.website),
    founded_year: values.founded_year.trim() ? Number(values.founded_year) : null,
    note: some(values.note),
  };
}
