import { MultiSelect, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, today } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import { KINDS, provincesQuery, sectorsQuery } from './certificate';
import type { Values } from './values';

/** Under the box, so that boxes side by side stand on one line. */
const HINT_BELOW: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

/** The facts of a certificate, in the order in which the paper states them. */
export function CertificateFields({ form }: { form: UseFormReturnType<Values> }) {
  const { t, i18n } = useTranslation();
  const issued = form.values.issued_on;
  const provinces = useQuery({ ...provincesQuery(issued ?? today()), enabled: issued !== null }).data;
  const sectors = useQuery(sectorsQuery).data?.items ?? [];
  const isEnglish = i18n.language === 'en';
  const field = (name: keyof Values) => ({
    label: t(`registry_certificates.field.${name}`),
    ...form.getInputProps(name),
  });
  return (
    <>
      <Select
        data={KINDS.map((value) => ({ value, label: t(`registry_certificates.kind.${value}`) }))}
        allowDeselect={false}
        required
        {...field('kind')}
      />
      <TextInput required {...field('number')} />
      <TextInput required {...field('issuer')} />
      <DateField required {...field('issued_on')} />
      <DateField required {...field('valid_from')} />
      <DateField
        clearable
        inputWrapperOrder={HINT_BELOW}
        description={t('registry_certificates.hint.valid_to')}
        {...field('valid_to')}
      />
      <DateField
        clearable
        inputWrapperOrder={HINT_BELOW}
        description={t('registry_certificates.hint.ended_on')}
        {...field('ended_on')}
      />
      <MultiSelect
        data-wide
        searchable
        required
        disabled={issued === null}
        description={
          issued === null
            ? t('registry_certificates.hint.no_day')
            : t('registry_certificates.hint.provinces', { date: formatDate(issued) })
        }
        data={(provinces?.items ?? []).map(({ code, short_vi, name_en }) => ({
          value: code,
          label: isEnglish ? name_en : short_vi,
        }))}
        nothingFoundMessage={t('list.no_choice')}
        {...field('provinces')}
      />
      <MultiSelect
        data-wide
        searchable
        data={sectors.map(({ code, name_vi, name_en }) => ({
          value: code,
          label: isEnglish ? name_en : name_vi,
        }))}
        nothingFoundMessage={t('list.no_choice')}
        {...field('sectors')}
      />
    </>
  );
}
