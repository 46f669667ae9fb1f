import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../shared/api/client';
import { formatDate } from '../../shared/format/dates';
import type { CertificateField, Field } from './fields';

type Coded = { code: string; name_vi: string; name_en: string };

/** Every name a row may hold as a code: countries, sectors and provinces of any time. */
const wordsQuery = queryOptions({
  queryKey: ['registry', 'imports', 'words'],
  queryFn: async ({ signal }): Promise<Coded[]> => {
    const all = (cursor?: string | null) => ({
      params: { query: { limit: 200, ...(cursor && { cursor }) } },
      signal,
    });
    const [countries, sectors, provinces] = await Promise.all([
      body(registry.GET('/v1/countries', all())),
      body(registry.GET('/v1/sectors', all())),
      body(registry.GET('/v1/provinces', all())),
    ]);
    const rest = countries.next_cursor
      ? await body(registry.GET('/v1/countries', all(countries.next_cursor)))
      : null;
    return [...countries.items, ...(rest?.items ?? []), ...sectors.items, ...provinces.items];
  },
  staleTime: 3_600_000,
});

type Kind = 'operation' | 'representative_office' | 'project_office';

/** How a field of a row is called, and how its value reads. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const words = useQuery(wordsQuery).data;
  const isEnglish = i18n.language === 'en';
  return useMemo(() => {
    const names = new Map(words?.map((one) => [one.code, isEnglish ? one.name_en : one.name_vi]));
    const named = (code: unknown) => names.get(String(code)) ?? String(code);
    const label = ({ of, name }: Field) =>
      of === 'ngo' ? t(`registry_ngos.field.${name}`) : t(`registry_certificates.field.${name}`);
    const show = ({ name }: Field, value: unknown): string => {
      if (value === null || value === undefined || value === '') return '—';
      if (Array.isArray(value)) return value.map((one) => said(one) ?? named(one)).join(', ') || '—';
      if (name === 'home_country') return named(value);
      if (name === 'kind') return t(`registry_certificates.kind.${value as Kind}`);
      return isDay(name) ? formatDate(String(value)) : String(value);
    };
    return { label, show };
  }, [t, words, isEnglish]);
}

/** A further name or a number of an organisation; none of a code. */
const said = (one: unknown): string | undefined => {
  if (typeof one !== 'object' || one === null) return undefined;
  const { text, value } = one as { text?: string; value?: string };
  return text ?? value;
};

const DAYS: readonly CertificateField[] = ['issued_on', 'valid_from', 'valid_to', 'ended_on', 'suspended_on'];
const isDay = (name: string) => DAYS.some((day) => day === name);
