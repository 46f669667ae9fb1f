import { Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { unitsQuery } from '../../shared/api/units';
import { FormDialog } from '../../shared/ui/form/FormDialog';
import { propose, refresh } from './moveRequests';

type Values = { from: string | null; to: string | null; reason: string };

/** A unit goes into another: proposed here, carried out when somebody else confirms it. */
export function ProposeMoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const units = useQuery(unitsQuery).data?.items ?? [];
  const needed = (text: string | null) => (text?.trim() ? null : t('form.required'));
  const form = useForm<Values>({
    initialValues: { from: null, to: null, reason: '' },
    validate: { from: needed, to: needed, reason: needed },
  });
  const send = useMutation<unknown, ApiProblem, Values>({
    mutationFn: ({ from, to, reason }) =>
      propose({
        from_unit_id: from ?? '',
        to_unit_id: to ?? '',
        to_unit_code: units.find(({ id }) => id === to)?.code ?? '',
        reason: reason.trim(),
      }),
    onSuccess: async () => {
      await refresh(client);
      onClose();
    },
  });
  const choice = units.map(({ id, code, name_vi }) => ({ value: id, label: `${code} · ${name_vi}` }));
  return (
    <FormDialog
      form={form}
      title={t('move_requests.propose')}
      problem={send.error}
      isPending={send.isPending}
      onSubmit={form.onSubmit((values) => send.mutate(values))}
      onClose={onClose}
    >
      <Text size="sm">{t('move_requests.propose_hint')}</Text>
      <Select
        label={t('move_requests.from')}
        required
        searchable
        nothingFoundMessage={t('list.no_choice')}
        data={choice}
        {...form.getInputProps('from')}
      />
      <Select
        label={t('move_requests.to')}
        required
        searchable
        nothingFoundMessage={t('list.no_choice')}
        data={choice}
        {...form.getInputProps('to')}
      />
      <Textarea
        label={t('move_requests.basis')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
