/** Units, countries, provinces and sectors to choose from, named in the reader's language. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../api/client';
import type { Option } from '../table/filter';

const ALL = { params: { query: { limit: 200 } } } as const;
const staleTime = 3_600_000;

const units = queryOptions({
  queryKey: ['registry', 'units', 'all'],
  queryFn: ({ signal }) => body(registry.GET('/v1/units', { ...ALL, signal })),
  staleTime,
});
const provinces = queryOptions({
  queryKey: ['registry', 'provinces', 'names'],
  queryFn: ({ signal }) => body(registry.GET('/v1/provinces', { ...ALL, signal })),
  staleTime,
});
const sectors = queryOptions({
  queryKey: ['registry', 'sectors', 'names'],
  queryFn: ({ signal }) => body(registry.GET('/v1/sectors', { ...ALL, signal })),
  staleTime,
});
const countries = queryOptions({
  queryKey: ['registry', 'countries', 'names'],
  queryFn: async ({ signal }) => {
    const first = await body(registry.GET('/v1/countries', { ...ALL, signal }));
    if (!first.next_cursor) return first.items;
    const params = { query: { limit: 200, cursor: first.next_cursor } };
    return [...first.items, ...(await body(registry.GET('/v1/countries', { params, signal }))).items];
  },
  staleTime,
});

type Names = {
  units: Option[];
  codes: Option[];
  provinces: Option[];
  countries: Option[];
  sectors: Option[];
};

export function useNames(): Names {
  const { i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  const [u, p, c, s] = [useQuery(units), useQuery(provinces), useQuery(countries), useQuery(sectors)];
  return useMemo(() => {
    const called = (one: { name_vi: string; name_en?: string | null }) =>
      isEnglish ? (one.name_en ?? one.name_vi) : one.name_vi;
    // a code that was reused means what it means today
    const today = new Map(p.data?.items.filter((one) => !one.successor_code).map((one) => [one.code, one]));
    for (const one of p.data?.items ?? []) if (!today.has(one.code)) today.set(one.code, one);
    const coded = (all: { code: string; name_vi: string; name_en?: string | null }[] = []) =>
      all.map((one) => ({ value: one.code, label: called(one) }));
    return {
      units: (u.data?.items ?? []).map((one) => ({ value: one.id, label: called(one) })),
      codes: coded(u.data?.items),
      provinces: coded([...today.values()]),
      countries: coded(c.data),
      sectors: coded(s.data?.items),
    };
  }, [isEnglish, u.data, p.data, c.data, s.data]);
}
