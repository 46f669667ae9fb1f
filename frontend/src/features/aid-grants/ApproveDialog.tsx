import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import type { Grant } from './grant';
import { StepDialog } from './StepDialog';
import { type Approval, approveGrant } from './steps';

type Props = { grant: Grant; onDone: () => void; onClose: () => void };

/** The decision that approves: its number, its date, and who took it. */
export function ApproveDialog({ grant, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const form = useForm<Approval>({
    initialValues: { decision_number: '', decided_on: today(), authority: grant.authority ?? '' },
    validate: { decision_number: needed, decided_on: needed, authority: needed },
  });
  const step = useMutation({
    mutationFn: (approval: Approval) => approveGrant(grant, approval),
    onSuccess: onDone,
  });
  return (
    <StepDialog
      name="approve"
      fields={['decision_number', 'decided_on', 'authority']}
      problem={step.error}
      isRunning={step.isPending}
      onSubmit={form.onSubmit((approval) => step.mutate(approval))}
      onClose={onClose}
    >
      <TextInput
        label={t('aid_grants.field.decision_number')}
        required
        data-autofocus
        {...form.getInputProps('decision_number')}
      />
      <DateField
        label={t('aid_grants.field.decided_on')}
        required
        maxDate={today()}
        {...form.getInputProps('decided_on')}
      />
      <TextInput label={t('aid_grants.field.authority')} required {...form.getInputProps('authority')} />
    </StepDialog>
  );
}
