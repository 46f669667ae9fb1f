import { Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConflictDialog, type FieldText } from '../../shared/ui/form/Conflict';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { useRecordForm } from '../../shared/ui/form/useRecordForm';
import { PageHeader } from '../../shared/ui/PageHeader';
import { useProvinces } from './useProvinces';
import { FIELDS, toValues, toWire, type Values } from './values';
import { changeVenue, createVenue, type Venue, venueQuery } from './venues';

/** Entering a venue, or correcting one that is loaded. */
export function VenueForm({ venue }: { venue?: Venue }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const provinces = useProvinces();
  const leave = (id: string | undefined) =>
    void (id
      ? navigate({ to: '/events/venues/$venueId', params: { venueId: id } })
      : navigate({ to: '/events/venues' }));
  const edit = useRecordForm<Values, Venue>({
    record: venue,
    toValues,
    validate: { name_vi: (text) => (text.trim() ? null : t('form.required')) },
    save: (values, { version, key }) =>
      venue && version !== undefined
        ? changeVenue(venue.id, version, toWire(values))
        : createVenue(toWire(values), key),
    ...(venue && { reload: () => client.fetchQuery({ ...venueQuery(venue.id), staleTime: 0 }) }),
    onSaved: (saved) => {
      // events say where they are by the venue's name
      void client.invalidateQueries({ queryKey: ['events'] });
      leave(saved.id);
    },
  });
  const labels = Object.fromEntries(
    FIELDS.map((name) => [name, { label: t(`events_venues.field.${name}`) }]),
  ) as FieldText<Values>;
  const field = (name: keyof Values) => ({
    label: labels[name].label,
    ...edit.form.getInputProps(name),
  });
  return (
    <>
      <PageHeader title={t(venue ? 'events_venues.edit_title' : 'events_venues.add')} lead={venue?.name_vi} />
      <RecordForm
        onSubmit={edit.submit}
        onCancel={() => leave(venue?.id)}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={edit.problem}
        fields={FIELDS}
        consequence={t('events_venues.shared')}
      >
        <TextInput data-wide required {...field('name_vi')} />
        <TextInput data-wide {...field('name_en')} />
        <TextInput data-wide {...field('address')} />
        <Select
          data={provinces.options}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          nothingFoundMessage={t('list.no_choice')}
          {...field('province')}
        />
        <TextInput
          inputMode="numeric"
          {...field('capacity')}
          onChange={(event) =>
            edit.form.setFieldValue('capacity', event.currentTarget.value.replace(/\D/g, ''))
          }
        />
        <Textarea data-wide autosize minRows={3} {...field('note')} />
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
