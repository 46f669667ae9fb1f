import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import { donorChoices, provincesQuery, recipientChoices } from './choices';
import type { Grant } from './grant';
import { Reference } from './Reference';
import { Shares } from './Shares';
import type { Values } from './values';
import { FORMS } from './words';

type Props = { form: UseFormReturnType<Values>; grant: Grant | undefined };

const named = (id: string | null | undefined, name_vi: string | null | undefined) =>
  id && name_vi ? { id, name_vi } : null;

/** The fields of a dossier, in the order of the paper form. */
export function GrantFields({ form, grant }: Props) {
  const { t } = useTranslation();
  const provinces = useQuery(provincesQuery(today())).data?.items ?? [];
  const field = (name: keyof Values) => ({
    label: t(`aid_grants.field.${name}`),
    ...form.getInputProps(name),
  });
  return (
    <>
      <TextInput data-wide required {...field('title_vi')} />
      <TextInput data-wide {...field('title_en')} />
      <Select
        data={FORMS.map((value) => ({ value, label: t(`aid_grants.form.${value}`) }))}
        allowDeselect={false}
        required
        {...field('form')}
      />
      <Reference
        choices={donorChoices}
        current={named(grant?.donor_id, grant?.donor_name)}
        {...field('donor_id')}
      />
      <Reference
        choices={recipientChoices}
        current={named(grant?.recipient_id, grant?.recipient_name)}
        {...field('recipient_id')}
      />
      <TextInput {...field('managing_agency')} />
      <TextInput {...field('authority')} />
      <TextInput
        inputMode="decimal"
        description={t('aid_grants.amount_hint')}
        {...field('amount')}
        onChange={(event) => form.setFieldValue('amount', event.currentTarget.value.replace(/[\s.]/g, ''))}
      />
      <Select data={['VND', 'USD', 'EUR', 'JPY']} allowDeselect={false} {...field('currency')} />
      <DateField clearable {...field('starts_on')} />
      <DateField clearable {...field('ends_on')} />
      <MultiSelect
        data-wide
        searchable
        data={provinces.map(({ code, short_vi }) => ({ value: code, label: short_vi }))}
        {...field('provinces')}
      />
      <Shares
        value={form.values.sectors}
        error={form.errors.sectors}
        onChange={(sectors) => form.setFieldValue('sectors', sectors)}
      />
      <Textarea data-wide autosize minRows={3} {...field('purpose')} />
    </>
  );
}
