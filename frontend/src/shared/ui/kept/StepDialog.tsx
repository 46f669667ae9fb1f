import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../form/FormErrors';
import { FieldInput } from './FieldInput';
import type { Step } from './StepButton';
import { fieldNames } from './sheet';
import { isMissing, toValues, toWire, type Values } from './values';

/** What a step asks for, and what it will do; a refusal stands where the person is looking. */
export function StepDialog({ step, onClose }: { step: Step; onClose: () => void }) {
  const { label, consequence, fields, given, tone, run } = step;
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<Values>({ initialValues: toValues(fields, given) });
  const doing = useMutation({
    mutationFn: (values: Values) => run(toWire(fields, values)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['registry'] });
      onClose();
    },
  });
  const submit = form.onSubmit((values) => {
    const missing = fields.filter((field) => isMissing(field, values[field.name]));
    if (missing.length === 0) return doing.mutate(values);
    form.setErrors(Object.fromEntries(missing.map(({ name }) => [name, t('form.required')])));
  });
  return (
    <Modal opened onClose={onClose} title={label} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <FormErrors problem={doing.error} fields={fieldNames(fields)} />
          <Text size="sm">{consequence}</Text>
          {fields.map((field) => (
            <FieldInput key={field.name} field={field} form={form} />
          ))}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" color={tone === 'grave' ? 'red' : undefined} loading={doing.isPending}>
              {label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
