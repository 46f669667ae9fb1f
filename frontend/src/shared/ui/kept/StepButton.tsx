import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../form/FormErrors';
import { FieldInput } from './FieldInput';
import { type Field, fieldNames } from './sheet';
import { isMissing, toValues, toWire, type Values } from './values';

type Props = {
  label: string;
  /** What happens when it is done, in a sentence. */
  consequence: string;
  fields: readonly Field[];
  /** What the fields begin with. */
  given?: object;
  tone?: 'main' | 'plain' | 'grave';
  run: (values: Values) => Promise<unknown>;
};
const LOOK = {
  main: { variant: 'filled' },
  plain: { variant: 'default' },
  grave: { variant: 'light', color: 'red' },
} as const;

/** A step that wants to be told something: a button, and a dialog that asks for it. */
export function StepButton({ label, consequence, fields, given, tone = 'plain', run }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const form = useForm<Values>({ initialValues: toValues(fields, given) });
  const close = () => {
    setIsOpen(false);
    form.reset();
    step.reset();
  };
  const step = useMutation({
    mutationFn: (values: Values) => run(toWire(fields, values)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['registry'] });
      close();
    },
  });
  const submit = form.onSubmit((values) => {
    const missing = fields.filter((field) => isMissing(field, values[field.name]));
    if (missing.length === 0) return step.mutate(values);
    form.setErrors(Object.fromEntries(missing.map(({ name }) => [name, t('form.required')])));
  });
  return (
    <>
      <Button {...LOOK[tone]} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={label}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <form onSubmit={submit} noValidate>
          <Stack>
            <FormErrors problem={step.error} fields={fieldNames(fields)} />
            <Text size="sm">{consequence}</Text>
            {fields.map((field) => (
              <FieldInput key={field.name} field={field} form={form} />
            ))}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('action.cancel')}
              </Button>
              <Button type="submit" color={tone === 'grave' ? 'red' : undefined} loading={step.isPending}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
