import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Grant } from './grant';
import { StepDialog } from './StepDialog';
import { appraiseGrant } from './steps';

type Props = { grant: Grant; onDone: () => void; onClose: () => void };

export function AppraiseDialog({ grant, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { opinion: '' },
    validate: { opinion: (text) => (text.trim() ? null : t('form.required')) },
  });
  const step = useMutation({
    mutationFn: (opinion: string) => appraiseGrant(grant, { opinion: opinion.trim() }),
    onSuccess: onDone,
  });
  return (
    <StepDialog
      name="appraise"
      fields={['opinion']}
      problem={step.error}
      isRunning={step.isPending}
      onSubmit={form.onSubmit(({ opinion }) => step.mutate(opinion))}
      onClose={onClose}
    >
      <Textarea
        label={t('aid_grants.field.opinion')}
        required
        autosize
        minRows={4}
        data-autofocus
        {...form.getInputProps('opinion')}
      />
    </StepDialog>
  );
}
