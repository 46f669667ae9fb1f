import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countriesQuery, options, sectorsQuery } from './places';
import type { Values } from './values';

/** What is asked of an NGO's record, whoever enters, corrects or proposes it. */
export function NgoInputs<V extends Values>({ form }: { form: UseFormReturnType<V> }) {
  const { t, i18n } = useTranslation();
  const countries = options(useQuery(countriesQuery).data, i18n.language);
  const sectors = options(useQuery(sectorsQuery).data, i18n.language);
  const field = (name: keyof Values) => ({
    label: t(`registry_ngos.field.${name}`),
    ...form.getInputProps(name),
  });
  return (
    <>
      <TextInput data-wide required {...field('name_vi')} />
      <TextInput {...field('name_en')} />
      <TextInput {...field('short_name')} />
      <Select required searchable data={countries} {...field('home_country')} />
      <TextInput inputMode="numeric" {...field('founded_year')} />
      <MultiSelect data-wide searchable data={sectors} {...field('sectors')} />
      <TextInput data-wide {...field('website')} />
      <Textarea data-wide autosize minRows={3} {...field('note')} />
    </>
  );
}

/** What a form checks before it asks the server. */
export function useNgoRules() {
  const { t } = useTranslation();
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  return {
    needed,
    rules: {
      name_vi: needed,
      home_country: needed,
      founded_year: (year: string) => (/^(\d{4})?$/.test(year.trim()) ? null : t('registry_ngos.year_hint')),
    },
  };
}
