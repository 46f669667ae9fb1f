import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { onDemand } from '../../shared/ui/onDemand';
import { type Procedure, procedureDocumentsQuery } from './procedure';
import { takeStep } from './steps';
import { fieldsAt, first, toBody, type Values } from './stepValues';
import type { StepName } from './words';

// Lists of places and fields to choose from: few steps ask for them.
const More = onDemand(() => import('./StepMore').then((m) => m.More));

type Props = { procedure: Procedure; name: StepName; onClose: () => void };

/** One step: the day it happened, the document, why; and what the step itself asks. */
export function StepDialog({ procedure, name, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const files = useQuery(procedureDocumentsQuery(procedure.id)).data?.items ?? [];
  const form = useForm<Values>({ initialValues: first(today()) });
  const step = useMutation({
    mutationFn: (values: Values) => takeStep(procedure, name, toBody(name, procedure.kind, values)),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['registry'] });
      onClose();
    },
  });
  const label = (field: 'on' | 'number' | 'dated' | 'issuer' | 'summary' | 'document') =>
    t(`registry_procedures.field.${field}`);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`registry_procedures.act.${name}`)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={form.onSubmit((values) => step.mutate(values))} noValidate>
        <Stack>
          <FormErrors problem={step.error} form={form} at={fieldsAt} />
          <Text>{t(`registry_procedures.consequence.${name}`)}</Text>
          <DateField label={label('on')} maxDate={today()} required {...form.getInputProps('on')} />
          <More name={name} procedure={procedure} form={form} />
          <Group grow align="start">
            <TextInput label={label('number')} {...form.getInputProps('number')} />
            <DateField label={label('dated')} {...form.getInputProps('dated')} />
          </Group>
          <TextInput label={label('issuer')} {...form.getInputProps('issuer')} />
          <TextInput label={label('summary')} {...form.getInputProps('summary')} />
          <Select
            label={label('document')}
            data={files.map(({ id, title }) => ({ value: id, label: title }))}
            clearable
            clearButtonProps={{ 'aria-label': t('action.clear') }}
            nothingFoundMessage={t('list.no_choice')}
            {...form.getInputProps('document')}
          />
          <Textarea label={t('action.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={step.isPending}>
              {t(`registry_procedures.act.${name}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
