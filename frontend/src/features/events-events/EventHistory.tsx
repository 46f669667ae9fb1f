import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import type vi from '../../shared/i18n/vi.json';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { Timeline } from '../../shared/ui/record/Timeline';
import { countriesQuery, kindsQuery, named } from './choices';
import { eventHistoryQuery } from './event';
import type { Status, Visibility } from './words';

type Action = keyof typeof vi.events_events.done;

const TEXTS = ['title_vi', 'title_en', 'location', 'description', 'note', 'expected_attendance'] as const;

/** Who did what to the event, when and why. */
export function EventHistory({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const kindName = named(useQuery(kindsQuery).data, i18n.language);
  const countryName = named(useQuery(countriesQuery).data, i18n.language);
  const instant = (value: unknown) => formatDateTime(String(value));
  const labels = {
    ...Object.fromEntries(TEXTS.map((name) => [name, { label: t(`events_events.field.${name}`) }])),
    kind: { label: t('events_events.field.kind'), show: (code: unknown) => kindName(String(code)) },
    starts_at: { label: t('events_events.field.starts'), show: instant },
    ends_at: { label: t('events_events.field.ends'), show: instant },
    countries: {
      label: t('events_events.field.countries'),
      show: (codes: unknown) => (codes as string[]).map(countryName).join(', ') || '—',
    },
    visibility: {
      label: t('events_events.field.visibility'),
      show: (value: unknown) => t(`events_events.visibility.${value as Visibility}`),
    },
    status: {
      label: t('events_events.field.status'),
      show: (value: unknown) => t(`events_events.status.${value as Status}`),
    },
  };
  return (
    <Panel title={t('events_events.tab.history')}>
      <QueryState query={useQuery(eventHistoryQuery(id))}>
        {({ items }) => (
          <Timeline
            entries={items}
            labels={labels}
            actionText={(action) => t(`events_events.done.${action as Action}`)}
          />
        )}
      </QueryState>
    </Panel>
  );
}
