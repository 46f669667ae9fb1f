import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../shared/ui/form/DateField';
import { FormErrors } from '../../shared/ui/form/FormErrors';

export type Typed = {
  what: string;
  kind: string;
  valid_from: string | null;
  valid_to: string | null;
  source: string;
};

type Props = {
  title: string;
  label: string;
  kinds: readonly { value: string; label: string }[];
  save: (typed: Typed) => Promise<unknown>;
  onClose: () => void;
};

/** One more name or number; a refusal shows above the fields. */
export function EntryDialog({ title, label, kinds, save, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm<Typed>({
    initialValues: { what: '', kind: kinds[0]?.value ?? '', valid_from: null, valid_to: null, source: '' },
    validate: { what: (text) => (text.trim() ? null : t('form.required')) },
  });
  const saving = useMutation({ mutationFn: save, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={form.onSubmit((typed) => saving.mutate(typed))} noValidate>
        <Stack>
          <FormErrors problem={saving.error} form={form} />
          <TextInput required data-autofocus label={label} {...form.getInputProps('what')} />
          <Select
            required
            allowDeselect={false}
            label={t('registry_ngos.entry.kind')}
            data={[...kinds]}
            {...form.getInputProps('kind')}
          />
          <DateField
            clearable
            label={t('registry_ngos.entry.valid_from')}
            {...form.getInputProps('valid_from')}
          />
          <DateField
            clearable
            label={t('registry_ngos.entry.valid_to')}
            {...form.getInputProps('valid_to')}
          />
          <TextInput label={t('registry_ngos.entry.source')} {...form.getInputProps('source')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
