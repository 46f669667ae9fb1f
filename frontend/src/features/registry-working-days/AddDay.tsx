import { Checkbox, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../shared/api/preconditions';
import { DateField } from '../../shared/ui/form/DateField';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { addException } from './days';

type Values = {
  day: string | null;
  kind: 'off' | 'work';
  name_vi: string;
  source: string;
  verified: boolean;
};

/** A day off or a make-up day, with the announcement that says so. */
export function AddDay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const form = useForm<Values>({
    initialValues: { day: null, kind: 'off', name_vi: '', source: '', verified: false },
    validate: { day: needed, name_vi: needed, source: needed },
  });
  const save = useMutation({
    mutationFn: ({ day, verified, ...said }: Values) =>
      addException({ ...said, day: day ?? '', verified, confidence: verified ? 'QUOTED' : 'SECONDARY' }, key),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['registry'] });
      onClose();
    },
    onError: (problem) => !problem.isUnexpected && setKey(newIdempotencyKey()),
  });
  return (
    <FormDialog
      form={form}
      title={t('registry_working_days.add')}
      action={t('action.save')}
      problem={save.error}
      isPending={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      onClose={onClose}
    >
      <Text>{t('registry_working_days.consequence')}</Text>
      <DateField label={t('registry_working_days.field.day')} required {...form.getInputProps('day')} />
      <Select
        label={t('registry_working_days.field.kind')}
        allowDeselect={false}
        data={(['off', 'work'] as const).map((value) => ({
          value,
          label: t(`registry_working_days.kind.${value}`),
        }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('registry_working_days.field.name')} required {...form.getInputProps('name_vi')} />
      <TextInput label={t('registry_working_days.field.source')} required {...form.getInputProps('source')} />
      <Checkbox
        label={t('registry_working_days.field.verified')}
        {...form.getInputProps('verified', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
