import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { QueryState } from '../../shared/ui/QueryState';
import { eventsOfQuery } from './events';
import { LinkedLines } from './LinkedLines';
import type { Ngo } from './ngos';

/** The events that this organisation takes part in: one's own unit's, and those that are public. */
export function Events({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  return (
    <QueryState query={useQuery(eventsOfQuery(ngo.id))}>
      {(items) => (
        <LinkedLines
          title={t('registry_ngos.tab.events')}
          to="/events/events"
          heads={[
            t('events_events.field.title_vi'),
            t('events_events.field.when'),
            t('events_events.field.unit'),
            t('events_events.field.location'),
            t('events_events.field.status'),
          ]}
          lines={items.map((one) => [
            one.id,
            one.title_vi,
            one.starts_on === one.ends_on
              ? formatDate(one.starts_on)
              : `${formatDate(one.starts_on)} – ${formatDate(one.ends_on)}`,
            one.unit_code,
            one.location,
            t(`events_events.status.${one.status}`),
          ])}
        />
      )}
    </QueryState>
  );
}
