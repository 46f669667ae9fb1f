/** What an event may be: kinds from its own service, countries from the registry. */
import { queryOptions } from '@tanstack/react-query';
import { body, events, registry } from '../../shared/api/client';

const HOUR = 3_600_000;
export type Coded = { code: string; name_vi: string; name_en: string };

export const kindsQuery = queryOptions({
  queryKey: ['events', 'kinds'],
  queryFn: async ({ signal }): Promise<Coded[]> =>
    (await body(events.GET('/v1/kinds', { params: { query: { limit: 200 } }, signal }))).items,
  staleTime: HOUR,
});

/** All countries: two pages of the list. */
export const countriesQuery = queryOptions({
  queryKey: ['registry', 'countries', 'of-events'],
  queryFn: async ({ signal }): Promise<Coded[]> => {
    const page = (cursor?: string) =>
      body(registry.GET('/v1/countries', { params: { query: { limit: 200, cursor } }, signal }));
    const first = await page();
    return first.next_cursor ? [...first.items, ...(await page(first.next_cursor)).items] : first.items;
  },
  staleTime: HOUR,
});

const nameIn = (language: string) => (one: Coded) => (language === 'en' ? one.name_en : one.name_vi);

/** From a code to its name; the code itself until the names are here. */
export function named(coded: readonly Coded[] | undefined, language: string): (code: string) => string {
  const names = new Map(coded?.map((one) => [one.code, nameIn(language)(one)]));
  return (code) => names.get(code) ?? code;
}

export const options = (coded: readonly Coded[] | undefined, language: string) =>
  (coded ?? []).map((one) => ({ value: one.code, label: nameIn(language)(one) }));
