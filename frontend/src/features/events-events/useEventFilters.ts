import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../shared/ui/table/filter';
import { kindsQuery, options } from './choices';
import { STATUSES } from './words';

/** The filters of the list, in the reader's language. */
export function useEventFilters(): Filter[] {
  const { t, i18n } = useTranslation();
  const kinds = useQuery(kindsQuery).data;
  const language = i18n.language;
  return useMemo(
    () => [
      {
        key: 'kind',
        label: t('events_events.field.kind'),
        kind: 'choice',
        options: options(kinds, language),
      },
      {
        key: 'status',
        label: t('events_events.field.status'),
        kind: 'choice',
        options: STATUSES.map((value) => ({ value, label: t(`events_events.status.${value}`) })),
      },
      { key: 'starts_from', label: t('events_events.filter.starts_from'), kind: 'date' },
      { key: 'starts_to', label: t('events_events.filter.starts_to'), kind: 'date' },
    ],
    [t, language, kinds],
  );
}
