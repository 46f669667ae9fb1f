import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import type { Column } from '../../shared/ui/table/column';
import { useProvinces } from './useProvinces';
import type { VenueItem } from './venues';

/** The columns of the list, in the reader's language. */
export function useVenueColumns(): Column<VenueItem>[] {
  const { t, i18n } = useTranslation();
  const { name } = useProvinces();
  const language = i18n.language;
  return useMemo(
    () => [
      {
        // the server sorts by `name`, whatever the language
        id: 'name',
        header: t('events_venues.field.name_vi'),
        primary: true,
        sortable: true,
        cell: ({ id, name_vi, name_en }) => (
          <Link to="/events/venues/$venueId" params={{ venueId: id }}>
            {language === 'en' ? (name_en ?? name_vi) : name_vi}
          </Link>
        ),
      },
      { id: 'address', header: t('events_venues.field.address'), cell: ({ address }) => address ?? '—' },
      {
        id: 'province',
        header: t('events_venues.field.province'),
        cell: ({ province }) => name(province),
      },
      {
        id: 'capacity',
        header: t('events_venues.field.capacity'),
        numeric: true,
        cell: ({ capacity }) => (capacity === null ? '—' : formatNumber(capacity)),
      },
      {
        id: 'note',
        header: t('events_venues.field.note'),
        optional: true,
        cell: ({ note }) => note ?? '—',
      },
    ],
    [t, language, name],
  );
}
