import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../shared/ui/DateText';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { kindsQuery, named } from './choices';
import type { EventItem } from './events';
import { whenText } from './when';
import { tone } from './words';

/** The columns of the list, in the reader's language. */
export function useEventColumns(): Column<EventItem>[] {
  const { t, i18n } = useTranslation();
  const kinds = useQuery(kindsQuery).data;
  const language = i18n.language;
  return useMemo(() => {
    const kindName = named(kinds, language);
    return [
      {
        id: 'title_vi',
        header: t('events_events.field.title_vi'),
        primary: true,
        cell: ({ id, title_vi, title_en }) => (
          <Link to="/events/events/$eventId" params={{ eventId: id }}>
            {language === 'en' ? (title_en ?? title_vi) : title_vi}
          </Link>
        ),
      },
      {
        id: 'starts_at',
        header: t('events_events.field.when'),
        sortable: true,
        cell: (event) => <span className="tabular">{whenText(event)}</span>,
      },
      { id: 'kind', header: t('events_events.field.kind'), cell: ({ kind }) => kindName(kind) },
      { id: 'location', header: t('events_events.field.location'), cell: ({ location }) => location ?? '—' },
      { id: 'unit', header: t('events_events.field.unit'), cell: ({ unit_code }) => unit_code ?? '—' },
      {
        id: 'status',
        header: t('events_events.field.status'),
        cell: ({ status }) => <StatusBadge tone={tone(status)} label={t(`events_events.status.${status}`)} />,
      },
      {
        id: 'visibility',
        header: t('events_events.field.visibility'),
        optional: true,
        cell: ({ visibility }) => t(`events_events.visibility.${visibility}`),
      },
      {
        id: 'updated_at',
        header: t('events_events.field.updated_at'),
        optional: true,
        sortable: true,
        cell: ({ updated_at }) => <DateText value={updated_at} />,
      },
    ];
  }, [t, language, kinds]);
}
