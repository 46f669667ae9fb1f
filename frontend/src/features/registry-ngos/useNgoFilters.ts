import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import type { Filter } from '../../shared/ui/table/FilterField';
import { countriesQuery, inForce, options, provincesQuery, regionsQuery, sectorsQuery } from './places';

/** The filters of the register. A day keeps those whose certificate was valid on it. */
export function useNgoFilters(): Filter[] {
  const { t, i18n } = useTranslation();
  const countries = useQuery(countriesQuery).data;
  const regions = useQuery(regionsQuery).data;
  const sectors = useQuery(sectorsQuery).data;
  const provinces = useQuery(provincesQuery).data;
  const language = i18n.language;
  return useMemo(
    () => [
      {
        key: 'region',
        label: t('registry_ngos.field.region'),
        kind: 'choice',
        options: options(regions, language),
      },
      {
        key: 'home_country',
        label: t('registry_ngos.field.home_country'),
        kind: 'choice',
        options: options(countries, language),
      },
      {
        key: 'sector',
        label: t('registry_ngos.field.sectors'),
        kind: 'choice',
        options: options(sectors, language),
      },
      {
        key: 'province',
        label: t('registry_ngos.field.provinces'),
        kind: 'choice',
        options: options(inForce(provinces, today()), language),
      },
      {
        key: 'duplicates',
        label: t('registry_ngos.filter.duplicates'),
        kind: 'choice',
        options: [{ value: 'true', label: t('registry_ngos.filter.marked') }],
      },
      { key: 'as_of', label: t('registry_ngos.filter.as_of'), kind: 'date' },
    ],
    [t, language, countries, regions, sectors, provinces],
  );
}
