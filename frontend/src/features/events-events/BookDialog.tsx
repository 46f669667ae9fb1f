import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../shared/api/preconditions';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { book, venueChoicesQuery } from './bookings';
import { DayTimeField } from './DayTimeField';
import { toDayTime, toInstant } from './dayTime';
import type { Event } from './event';
import { Held } from './Held';

/** A venue and a time, the event's own at first; a refusal names the booking in the way. */
export function BookDialog({ event, onClose }: { event: Event; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [venueId, setVenueId] = useState<string | null>(null);
  const [begins, setBegins] = useState(() => toDayTime(event.starts_at));
  const [ends, setEnds] = useState(() => toDayTime(event.ends_at));
  const [key, setKey] = useState(newIdempotencyKey);
  const [isTried, setIsTried] = useState(false);
  const [words, setWords] = useState('');
  const [q] = useDebouncedValue(words, 250);
  const venues = useQuery({ ...venueChoicesQuery(q), placeholderData: keepPreviousData }).data?.items ?? [];
  const starts_at = toInstant(begins.day, begins.time);
  const ends_at = toInstant(ends.day, ends.time);
  const isOrdered = starts_at !== null && ends_at !== null && starts_at < ends_at;
  const save = useMutation({
    mutationFn: (venue_id: string) => book({ venue_id, event_id: event.id, starts_at, ends_at }, key),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['events'] });
      onClose();
    },
    // what was refused is over: another time is another intention
    onError: (problem) => !problem.isUnexpected && setKey(newIdempotencyKey()),
  });
  const submit = (form: FormEvent) => {
    form.preventDefault();
    setIsTried(true);
    if (venueId && isOrdered) save.mutate(venueId);
  };
  const missing = (isGiven: boolean) => (isTried && !isGiven ? t('form.required') : null);
  return (
    <FormDialog
      title={t('events_bookings.book')}
      size="lg"
      problem={save.error}
      isPending={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{t('events_bookings.book_means')}</Text>
      <Select
        label={t('events_bookings.venue')}
        placeholder={t('events_bookings.venue_placeholder')}
        required
        searchable
        data-autofocus
        data={venues.map(({ id, name_vi }) => ({ value: id, label: name_vi }))}
        filter={({ options }) => options}
        onSearchChange={setWords}
        nothingFoundMessage={t('list.no_choice')}
        value={venueId}
        onChange={setVenueId}
        error={missing(venueId !== null)}
      />
      <DayTimeField
        label={t('events_events.field.starts')}
        value={begins}
        onChange={setBegins}
        error={missing(starts_at !== null)}
      />
      <DayTimeField
        label={t('events_events.field.ends')}
        value={ends}
        onChange={setEnds}
        error={
          missing(ends_at !== null) ??
          (isTried && starts_at && !isOrdered ? t('events_events.ends_first') : null)
        }
      />
      {venueId && begins.day && <Held venueId={venueId} day={begins.day} />}
    </FormDialog>
  );
}
