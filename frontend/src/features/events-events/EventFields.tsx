import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countriesQuery, kindsQuery, options } from './choices';
import { OrganisationsInput } from './OrganisationsInput';
import type { Values } from './values';
import { WhenFields } from './WhenFields';
import { VISIBILITIES } from './words';

type Simple = Exclude<keyof Values, 'starts' | 'ends'>;

/** The fields of an event: what, when, where, who may know. */
export function EventFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t, i18n } = useTranslation();
  const kinds = useQuery(kindsQuery).data;
  const countries = useQuery(countriesQuery).data;
  const field = (name: Simple) => ({
    label: t(`events_events.field.${name}`),
    ...form.getInputProps(name),
  });
  return (
    <>
      <TextInput data-wide required {...field('title_vi')} />
      <Select
        data={options(kinds, i18n.language)}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('list.no_choice')}
        required
        {...field('kind')}
      />
      <Select
        data={VISIBILITIES.map((value) => ({ value, label: t(`events_events.visibility.${value}`) }))}
        description={t('events_events.visibility_hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        {...field('visibility')}
      />
      <WhenFields form={form} />
      <TextInput
        description={t('events_events.place_hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...field('place')}
      />
      <TextInput
        inputMode="numeric"
        {...field('expected_attendance')}
        onChange={(event) =>
          form.setFieldValue('expected_attendance', event.currentTarget.value.replace(/\D/g, ''))
        }
      />
      <MultiSelect
        data-wide
        searchable
        clearable
        data={options(countries, i18n.language)}
        nothingFoundMessage={t('list.no_choice')}
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        {...field('countries')}
      />
      <OrganisationsInput {...field('organisations')} value={form.values.organisations} />
      <Textarea data-wide autosize minRows={3} {...field('description')} />
      <TextInput data-wide {...field('title_en')} />
      <Textarea data-wide autosize minRows={2} {...field('note')} />
    </>
  );
}
