import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { DateText } from '../../shared/ui/DateText';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Panel } from '../../shared/ui/Panel';
import { countriesQuery, kindsQuery, named } from './choices';
import { type Event, unitQuery } from './event';
import { whenText } from './when';

/** Those that stand in the register with the way there. */
function Organisations({ all }: { all: NonNullable<Event['organisations']> }) {
  return (
    <Stack gap={2}>
      {all.map(({ name, ngo_id }) =>
        ngo_id ? (
          <Link key={ngo_id} to={`/registry/ngos/${ngo_id}` as string}>
            {name}
          </Link>
        ) : (
          <span key={name}>{name}</span>
        ),
      )}
    </Stack>
  );
}

/** What is to happen, when, where, and who may know of it. */
export function Profile({ event }: { event: Event }) {
  const { t, i18n } = useTranslation();
  const kindName = named(useQuery(kindsQuery).data, i18n.language);
  const countryName = named(useQuery(countriesQuery).data, i18n.language);
  const unit = useQuery(unitQuery(event.unit_id)).data;
  const attendance = event.expected_attendance;
  return (
    <Stack>
      <Panel title={t('events_events.about')}>
        <DefinitionList
          items={[
            { term: t('events_events.field.kind'), value: kindName(event.kind) },
            { term: t('events_events.field.unit'), value: unit?.name_vi },
            {
              term: t('events_events.field.when'),
              value: <span className="tabular">{whenText(event)}</span>,
            },
            { term: t('events_events.field.location'), value: event.location },
            {
              term: t('events_events.field.visibility'),
              value: t(`events_events.visibility.${event.visibility}`),
            },
            {
              term: t('events_events.field.expected_attendance'),
              value: attendance === null ? null : formatNumber(attendance),
            },
            {
              term: t('events_events.field.countries'),
              value: event.countries.map(countryName).join(', ') || null,
            },
            { term: t('events_events.field.organisers'), value: event.organisers.join('; ') || null },
            {
              term: t('events_events.field.organisations'),
              value: event.organisations?.length ? <Organisations all={event.organisations} /> : null,
              wide: true,
            },
            { term: t('events_events.field.title_en'), value: event.title_en, wide: true },
            { term: t('events_events.field.description'), value: event.description, wide: true },
            { term: t('events_events.field.note'), value: event.note, wide: true },
          ]}
        />
      </Panel>
      <Panel title={t('events_events.course')}>
        <DefinitionList
          items={[
            { term: t('events_events.field.announced_at'), value: <DateText value={event.announced_at} /> },
            { term: t('events_events.field.status_at'), value: <DateText value={event.status_at} /> },
            { term: t('events_events.field.updated_at'), value: <DateText value={event.updated_at} /> },
          ]}
        />
      </Panel>
    </Stack>
  );
}
