import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { ConflictDialog, type FieldText } from '../../shared/ui/form/Conflict';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { useRecordForm } from '../../shared/ui/form/useRecordForm';
import { PageHeader } from '../../shared/ui/PageHeader';
import type { DayTime } from './dayTime';
import { EventFields } from './EventFields';
import { type Event, eventQuery } from './event';
import { changeEvent, createEvent } from './save';
import { useWhenRules } from './useWhenRules';
import { FIELDS, toValues, toWire, type Values } from './values';

/** Entering an event, or correcting one that is loaded. */
export function EventForm({ event }: { event?: Event }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = (id: string | undefined) =>
    void (id
      ? navigate({ to: '/events/events/$eventId', params: { eventId: id } })
      : navigate({ to: '/events/events' }));
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const edit = useRecordForm<Values, Event>({
    record: event,
    toValues,
    validate: { title_vi: needed, kind: needed, ...useWhenRules() },
    save: (values, { version, key }) =>
      event && version !== undefined
        ? changeEvent(event.id, version, toWire(values))
        : createEvent(toWire(values), key),
    ...(event && { reload: () => client.fetchQuery({ ...eventQuery(event.id), staleTime: 0 }) }),
    onSaved: (saved) => {
      void client.invalidateQueries({ queryKey: ['events'] });
      leave(saved.id);
    },
  });
  const moment = ({ day, time }: DayTime) => (day ? `${time} ${formatDate(day)}` : '');
  const labels = {
    ...(Object.fromEntries(
      FIELDS.map((name) => [name, { label: t(`events_events.field.${name}`) }]),
    ) as FieldText<Values>),
    starts: { label: t('events_events.field.starts'), show: moment },
    ends: { label: t('events_events.field.ends'), show: moment },
  };
  return (
    <>
      <PageHeader
        title={t(event ? 'events_events.edit_title' : 'events_events.add')}
        lead={event?.title_vi}
      />
      <RecordForm
        onSubmit={edit.submit}
        onCancel={() => leave(event?.id)}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={edit.problem}
        fields={FIELDS}
        consequence={t(event ? 'events_events.time_moves' : 'events_events.saved_as_draft')}
      >
        <EventFields form={edit.form} />
      </RecordForm>
      {edit.conflict && (
        <ConflictDialog<Values>
          conflict={edit.conflict}
          fields={labels}
          onMerge={edit.merge}
          onClose={edit.dismissConflict}
        />
      )}
    </>
  );
}
