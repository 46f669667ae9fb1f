import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { finish, OUTCOMES, type Outcome, refresh, type SubjectRequest } from './subjectRequests';

type Values = { outcome: Outcome; result: string };

/** What was done for the person, or why it was not. */
export function FinishDialog({ request, onClose }: { request: SubjectRequest; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: { outcome: 'done', result: '' },
    validate: { result: (text) => (text.trim() ? null : t('form.required')) },
  });
  const send = useMutation<unknown, ApiProblem, Values>({
    mutationFn: ({ outcome, result }) => finish(request, outcome, result.trim()),
    onSuccess: async () => {
      await refresh(client);
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t('subject_requests.act.finish')}
      problem={send.error}
      isPending={send.isPending}
      onSubmit={form.onSubmit((values) => send.mutate(values))}
      onClose={onClose}
    >
      <Select
        label={t('subject_requests.outcome_label')}
        allowDeselect={false}
        data={OUTCOMES.map((value) => ({ value, label: t(`subject_requests.outcome.${value}`) }))}
        {...form.getInputProps('outcome')}
      />
      <Textarea
        label={t('subject_requests.result')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('result')}
      />
    </FormDialog>
  );
}
