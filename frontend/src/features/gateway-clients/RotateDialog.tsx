import { Select, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { DAYS } from './ClientForm';
import { type Client, type NewClient, refresh, rotate } from './clients';

const OVERLAPS = ['0', '1', '24', '168'] as const;
type Props = { client: Client; onMade: (made: NewClient) => void; onClose: () => void };

/** Another secret, and for how long the old one is good beside it. */
export function RotateDialog({ client, onMade, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [overlap, setOverlap] = useState<string>('24');
  const [days, setDays] = useState<string>('365');
  const send = useMutation<NewClient, ApiProblem>({
    mutationFn: () => rotate(client, { overlap_hours: Number(overlap), expires_in_days: Number(days) }),
    onSuccess: async (made) => {
      onMade(made);
      await refresh(queries);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <FormDialog
      title={t('clients.act.rotate')}
      problem={send.error}
      isPending={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{t('clients.consequence.rotate')}</Text>
      <Select
        label={t('clients.overlap')}
        allowDeselect={false}
        data={OVERLAPS.map((value) => ({ value, label: t(`clients.hours.${value}`) }))}
        value={overlap}
        onChange={(value) => setOverlap(value ?? '24')}
      />
      <Select
        label={t('clients.good_for')}
        allowDeselect={false}
        data={DAYS.map((value) => ({ value, label: t(`clients.days.${value}`) }))}
        value={days}
        onChange={(value) => setDays(value ?? '365')}
      />
    </FormDialog>
  );
}
