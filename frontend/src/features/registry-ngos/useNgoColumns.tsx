import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../shared/ui/DateText';
import type { Column } from '../../shared/ui/table/column';
import type { NgoItem } from './ngos';
import { countriesQuery, named, regionsQuery, sectorsQuery } from './places';

/** The columns of the register, in the reader's language. */
export function useNgoColumns(): Column<NgoItem>[] {
  const { t, i18n } = useTranslation();
  const countries = useQuery(countriesQuery).data;
  const regions = useQuery(regionsQuery).data;
  const sectors = useQuery(sectorsQuery).data;
  const language = i18n.language;
  return useMemo(() => {
    const country = named(countries, language);
    const region = named(regions, language);
    const sector = named(sectors, language);
    return [
      {
        id: 'name',
        header: t('registry_ngos.field.name_vi'),
        primary: true,
        sortable: true,
        cell: ({ id, name_vi }) => (
          <Link to="/registry/ngos/$ngoId" params={{ ngoId: id }}>
            {name_vi}
          </Link>
        ),
      },
      { id: 'name_en', header: t('registry_ngos.field.name_en'), cell: ({ name_en }) => name_en ?? '—' },
      {
        id: 'home_country',
        header: t('registry_ngos.field.home_country'),
        cell: ({ home_country }) => country(home_country),
      },
      { id: 'region', header: t('registry_ngos.field.region'), cell: (ngo) => region(ngo.region) },
      {
        id: 'sectors',
        header: t('registry_ngos.field.sectors'),
        cell: (ngo) => ngo.sectors.map(sector).join(', ') || '—',
      },
      {
        id: 'updated_at',
        header: t('registry_ngos.field.updated_at'),
        optional: true,
        sortable: true,
        cell: ({ updated_at }) => <DateText value={updated_at} />,
      },
    ];
  }, [t, language, countries, regions, sectors]);
}
