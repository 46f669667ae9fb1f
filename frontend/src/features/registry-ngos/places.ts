/** Countries, regions, sectors and provinces: read once an hour, named in the reader's language. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';

const HOUR = 3_600_000;
const ALL = { params: { query: { limit: 200 } } } as const;
type Coded = { code: string; name_vi: string; name_en: string };
type Dated = Coded & { valid_from: string | null; valid_to: string | null };

/** All countries: two pages of the list. */
export const countriesQuery = queryOptions({
  queryKey: ['registry', 'countries'],
  queryFn: async ({ signal }): Promise<Coded[]> => {
    const first = await body(registry.GET('/v1/countries', { ...ALL, signal }));
    if (!first.next_cursor) return first.items;
    const params = { query: { limit: 200, cursor: first.next_cursor } };
    const rest = await body(registry.GET('/v1/countries', { params, signal }));
    return [...first.items, ...rest.items];
  },
  staleTime: HOUR,
});

export const regionsQuery = queryOptions({
  queryKey: ['registry', 'regions'],
  queryFn: async ({ signal }): Promise<Coded[]> =>
    (await body(registry.GET('/v1/regions', { ...ALL, signal }))).items,
  staleTime: HOUR,
});

export const sectorsQuery = queryOptions({
  queryKey: ['registry', 'sectors', 'all'],
  queryFn: async ({ signal }): Promise<Coded[]> =>
    (await body(registry.GET('/v1/sectors', { ...ALL, signal }))).items,
  staleTime: HOUR,
});

/** Provinces of every time; a code may have meant another one before a merger. */
export const provincesQuery = queryOptions({
  queryKey: ['registry', 'provinces', 'all'],
  queryFn: async ({ signal }): Promise<Dated[]> =>
    (await body(registry.GET('/v1/provinces', { ...ALL, signal }))).items.map(
      ({ short_vi, ...province }) => ({
        ...province,
        name_vi: short_vi,
      }),
    ),
  staleTime: HOUR,
});

/** Those in force on a day. */
export const inForce = (all: readonly Dated[] | undefined, day: string) =>
  all?.filter(
    ({ valid_from, valid_to }) => (!valid_from || valid_from <= day) && (!valid_to || day <= valid_to),
  );

/** From a code to its name; the code itself until the names are here. */
export function named(coded: readonly Coded[] | undefined, language: string): (code: string) => string {
  const names = new Map(coded?.map((one) => [one.code, language === 'en' ? one.name_en : one.name_vi]));
  return (code) => names.get(code) ?? code;
}

export function options(coded: readonly Coded[] | undefined, language: string) {
  return (coded ?? []).map(({ code, name_vi, name_en }) => ({
    value: code,
    label: language === 'en' ? name_en : name_vi,
  }));
}
