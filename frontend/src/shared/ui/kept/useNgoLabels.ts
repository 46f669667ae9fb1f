import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Labels } from '../record/changes';
import { useNames } from './useNames';

const TEXTS = [
  'public_id',
  'name_vi',
  'name_en',
  'short_name',
  'website',
  'founded_year',
  'note',
  'merged_into',
  'duplicate_of',
] as const;

/** The fields of an NGO's record in words, for what was or is to be changed in it. */
export function useNgoLabels(): Labels {
  const { t } = useTranslation();
  const { countries, sectors } = useNames();
  return useMemo(() => {
    const called = (options: typeof countries) => (code: string) =>
      options.find(({ value }) => value === code)?.label ?? code;
    const [country, sector] = [called(countries), called(sectors)];
    return {
      ...Object.fromEntries(TEXTS.map((name) => [name, { label: t(`registry_ngos.field.${name}`) }])),
      home_country: {
        label: t('registry_ngos.field.home_country'),
        show: (value) => country(value as string),
      },
      names: {
        label: t('registry_ngos.entry.names'),
        show: (value) => (value as { text: string }[]).map(({ text }) => text).join('; ') || '—',
      },
      identifiers: {
        label: t('registry_ngos.entry.identifiers'),
        show: (value) => (value as { value: string }[]).map((one) => one.value).join('; ') || '—',
      },
      sectors: {
        label: t('registry_ngos.field.sectors'),
        show: (value) => (value as string[]).map(sector).join(', ') || '—',
      },
    };
  }, [t, countries, sectors]);
}
