import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../../shared/ui/form/Conflict';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { useRecordForm } from '../../shared/ui/form/useRecordForm';
import { PageHeader } from '../../shared/ui/PageHeader';
import { DuplicateWarning } from './DuplicateWarning';
import { warningOf } from './duplicates';
import { type Ngo, ngoQuery } from './ngos';
import { countriesQuery, options, sectorsQuery } from './places';
import { changeNgo, createNgo } from './save';
import { FIELDS, toValues, toWire, type Values } from './values';

/** Entering an NGO, or correcting one that is loaded. */
export function NgoForm({ ngo }: { ngo?: Ngo }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const countries = options(useQuery(countriesQuery).data, i18n.language);
  const sectors = options(useQuery(sectorsQuery).data, i18n.language);
  const leave = (id: string | undefined) =>
    void (id
      ? navigate({ to: '/registry/ngos/$ngoId', params: { ngoId: id } })
      : navigate({ to: '/registry/ngos' }));
  const confirmation = useRef('');
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const edit = useRecordForm<Values, Ngo>({
    record: ngo,
    toValues,
    validate: {
      name_vi: needed,
      home_country: needed,
      founded_year: (year) => (/^(\d{4})?$/.test(year.trim()) ? null : t('registry_ngos.year_hint')),
    },
    save: (values, { version, key }) =>
      ngo && version !== undefined
        ? changeNgo(ngo.id, version, toWire(values))
        : createNgo(toWire(values), key, confirmation.current),
    ...(ngo && { reload: () => client.fetchQuery({ ...ngoQuery(ngo.id), staleTime: 0 }) }),
    onSaved: (saved) => {
      void client.invalidateQueries({ queryKey: ['registry', 'ngos'] });
      leave(saved.id);
    },
  });
  const warning = warningOf(edit.problem);
  const field = (name: keyof Values) => ({
    label: t(`registry_ngos.field.${name}`),
    ...edit.form.getInputProps(name),
  });
  const labels = Object.fromEntries(
    FIELDS.map((name) => [name, { label: t(`registry_ngos.field.${name}`) }]),
  ) as Record<keyof Values, { label: string }>;
  return (
    <>
      <PageHeader
        title={ngo ? t('registry_ngos.edit_title', { name: ngo.name_vi }) : t('registry_ngos.add')}
      />
      {warning && (
        <DuplicateWarning
          warning={warning}
          onConfirm={(seal) => {
            confirmation.current = seal;
            edit.submit();
          }}
        />
      )}
      <RecordForm
        onSubmit={edit.submit}
        onCancel={() => leave(ngo?.id)}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={warning ? null : edit.problem}
        fields={FIELDS}
      >
        <TextInput data-wide required {...field('name_vi')} />
        <TextInput {...field('name_en')} />
        <TextInput {...field('short_name')} />
        <Select required searchable data={countries} {...field('home_country')} />
        <TextInput inputMode="numeric" {...field('founded_year')} />
        <MultiSelect data-wide searchable data={sectors} {...field('sectors')} />
        <TextInput data-wide {...field('website')} />
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
