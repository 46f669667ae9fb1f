import { Checkbox, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { today } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { type Entered, enter, KINDS, refresh } from './subjectRequests';

type Values = {
  kind: Entered['kind'];
  person: string;
  contact: string;
  wish: string;
  received_on: string | null;
  third_party: boolean;
};

/** A request as it came in; its days are counted by the server. */
export function EnterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const form = useForm<Values>({
    initialValues: {
      kind: 'access',
      person: '',
      contact: '',
      wish: '',
      received_on: today(),
      third_party: false,
    },
    validate: { person: needed, wish: needed, received_on: needed },
  });
  const send = useMutation<unknown, ApiProblem, Values>({
    mutationFn: ({ received_on, contact, ...said }) =>
      enter({ ...said, contact: contact.trim() || null, received_on: received_on ?? today() }),
    onSuccess: async () => {
      await refresh(client);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('subject_requests.enter')}
      problem={send.error}
      isPending={send.isPending}
      onSubmit={form.onSubmit((values) => send.mutate(values))}
      onClose={onClose}
    >
      <Text size="sm">{t('subject_requests.enter_hint')}</Text>
      <Select
        label={t('subject_requests.kind_label')}
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`subject_requests.kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('subject_requests.person')} required {...form.getInputProps('person')} />
      <TextInput label={t('subject_requests.contact')} {...form.getInputProps('contact')} />
      <Textarea
        label={t('subject_requests.wish')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('wish')}
      />
      <DateField label={t('subject_requests.received_on')} required {...form.getInputProps('received_on')} />
      <Checkbox
        label={t('subject_requests.third_party')}
        {...form.getInputProps('third_party', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
