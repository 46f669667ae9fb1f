import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import type { Filter } from '../../shared/ui/table/filter';
import { facetsQuery } from './ngos';
import { countriesQuery, inForce, options, provincesQuery, regionsQuery, sectorsQuery } from './places';
import type { NgoSearch } from './search';

type Option = { value: string; label: string };
type Facet = { key: string; count: number }[] | undefined;

/** Choices with how many they would leave; those that leave none stay away, but for the chosen one. */
function counted(all: Option[], facet: Facet, chosen: string | undefined): Option[] {
  if (!facet) return all;
  const counts = new Map(facet.map(({ key, count }) => [key, count]));
  return all
    .filter(({ value }) => counts.has(value) || value === chosen)
    .map(({ value, label }) => ({ value, label: `${label} (${formatNumber(counts.get(value) ?? 0)})` }));
}

/** The filters of the register. A day keeps those whose certificate was valid on it. */
export function useNgoFilters(search: NgoSearch): Filter[] {
  const { t, i18n } = useTranslation();
  const countries = useQuery(countriesQuery).data;
  const regions = useQuery(regionsQuery).data;
  const sectors = useQuery(sectorsQuery).data;
  const provinces = useQuery(provincesQuery).data;
  const facets = useQuery(facetsQuery(search)).data;
  const language = i18n.language;
  return useMemo(
    () => [
      {
        key: 'region',
        label: t('registry_ngos.field.region'),
        kind: 'choice',
        options: counted(options(regions, language), facets?.region, search.region),
      },
      {
        key: 'home_country',
        label: t('registry_ngos.field.home_country'),
        kind: 'choice',
        options: counted(options(countries, language), facets?.home_country, search.home_country),
      },
      {
        key: 'sector',
        label: t('registry_ngos.field.sectors'),
        kind: 'choice',
        options: counted(options(sectors, language), facets?.sector, search.sector),
      },
      {
        key: 'province',
        label: t('registry_ngos.field.provinces'),
        kind: 'choice',
        options: counted(
          options(inForce(provinces, search.as_of ?? today()), language),
          facets?.province,
          search.province,
        ),
      },
      {
        key: 'duplicates',
        label: t('registry_ngos.filter.duplicates'),
        kind: 'choice',
        options: [{ value: 'true', label: t('registry_ngos.filter.marked') }],
      },
      { key: 'as_of', label: t('registry_ngos.filter.as_of'), kind: 'date' },
    ],
    [
      t,
      language,
      countries,
      regions,
      sectors,
      provinces,
      facets,
      search.region,
      search.home_country,
      search.sector,
      search.province,
      search.as_of,
    ],
  );
}
