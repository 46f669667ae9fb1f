import { Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../shared/api/preconditions';
import { DateField } from '../../shared/ui/form/DateField';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { useNames } from '../../shared/ui/kept/useNames';
import { addCover, type Cover, changeCover } from './units';

type Basis = 'own' | 'former_territory';
const BASES = ['own', 'former_territory'] as const;
type Values = {
  province_code: string | null;
  basis: Basis;
  valid_from: string | null;
  valid_to: string | null;
  source: string;
  verified: boolean;
};
type Props = { unitId: string; cover?: Cover; onClose: () => void };

/** A province that the union covers from a day to a day; correcting one ends it on the day of a merger. */
export function CoverDialog({ unitId, cover, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { provinces } = useNames();
  const [key, setKey] = useState(newIdempotencyKey);
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const form = useForm<Values>({
    initialValues: {
      province_code: cover?.province_code ?? null,
      basis: (cover?.basis as Basis | undefined) ?? 'own',
      valid_from: cover?.valid_from ?? null,
      valid_to: cover?.valid_to ?? null,
      source: cover?.source ?? '',
      verified: cover?.verified ?? false,
    },
    validate: { province_code: needed, source: needed },
  });
  const save = useMutation({
    mutationFn: ({ province_code, ...said }: Values) =>
      cover
        ? changeCover(cover, said)
        : addCover(unitId, { ...said, province_code: province_code ?? '' }, key),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['registry'] });
      onClose();
    },
    onError: (problem) => !problem.isUnexpected && setKey(newIdempotencyKey()),
  });
  const field = (name: keyof Values & keyof typeof FIELDS) => ({
    label: t(FIELDS[name]),
    ...form.getInputProps(name),
  });
  return (
    <FormDialog
      form={form}
      title={t(cover ? 'registry_units.cover.edit' : 'registry_units.cover.add')}
      action={t('action.save')}
      problem={save.error}
      isPending={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      onClose={onClose}
    >
      <Text>{t('registry_units.cover.consequence')}</Text>
      <Select
        required
        searchable
        disabled={cover !== undefined}
        data={provinces}
        nothingFoundMessage={t('list.no_choice')}
        {...field('province_code')}
      />
      <Select
        allowDeselect={false}
        data={BASES.map((value) => ({ value, label: t(`registry_units.cover.basis.${value}`) }))}
        {...field('basis')}
      />
      <DateField clearable {...field('valid_from')} />
      <DateField clearable {...field('valid_to')} />
      <TextInput required {...field('source')} />
      <Checkbox label={t('kept.field.verified')} {...form.getInputProps('verified', { type: 'checkbox' })} />
    </FormDialog>
  );
}

const FIELDS = {
  province_code: 'registry_units.cover.field.province_code',
  basis: 'registry_units.cover.field.basis',
  valid_from: 'registry_units.cover.field.valid_from',
  valid_to: 'registry_units.cover.field.valid_to',
  source: 'registry_units.cover.field.source',
} as const;
