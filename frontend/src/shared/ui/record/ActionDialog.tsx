import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../form/FormErrors';
import type { RecordAction } from './ActionButtons';

/** Says what will happen, asks why where that is kept, and shows a refusal where the person is looking. */
export function ActionDialog({ action, onClose }: { action: RecordAction; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const run = useMutation({ mutationFn: () => action.run(reason.trim()), onSuccess: onClose });
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    if (action.reason && !reason.trim()) return setIsMissing(true);
    run.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={action.label}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={confirm} noValidate>
        <Stack>
          <FormErrors problem={run.error} />
          <Text>{action.consequence}</Text>
          {action.reason && (
            <Textarea
              label={t('action.reason')}
              description={t('action.reason_hint')}
              required
              autosize
              minRows={3}
              data-autofocus
              value={reason}
              error={isMissing && !reason.trim() ? t('form.required') : null}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          {run.isPending && action.waiting}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" color={action.tone === 'grave' ? 'red' : undefined} loading={run.isPending}>
              {action.label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
