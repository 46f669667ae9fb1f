import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../shared/api/problem';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import type { Wanted } from './SubjectPage';
import {
  type Done,
  type Export,
  eraseSubject,
  keyOf,
  type Named,
  SERVICES,
  type Service,
  type Stopped,
} from './subject';

type Props = {
  asked: Wanted;
  found: Export;
  chosen: ReadonlySet<string>;
  onDone: (done: Done[]) => void;
  onClose: () => void;
};

/** The last question before a person is forgotten; nothing of it can be taken back. */
export function EraseDialog({ asked, found, chosen, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const records = Object.fromEntries(
    SERVICES.map((service) => [
      service,
      (found.parts[service]?.records ?? [])
        .filter((one) => chosen.has(keyOf(service, one)))
        .map(({ resource, id }) => ({ resource, id })),
    ]),
  ) as Record<Service, Named[]>;
  const erase = useMutation<Done[], Stopped>({
    mutationFn: () => eraseSubject(asked, records, reason.trim()),
    onSuccess: onDone,
  });
  const cause = erase.error?.cause;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('subject_exports.erase')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        {erase.error && (
          <Alert color="red" variant="light" role="alert">
            {t('subject_exports.stopped', { service: t(`subject_exports.service.${erase.error.service}`) })}
          </Alert>
        )}
        <FormErrors problem={cause instanceof ApiProblem ? cause : null} />
        <Text size="sm">{asked.texts.join(' · ')}</Text>
        <Text size="sm">{t('subject_exports.erase_hint')}</Text>
        {asked.account_id && <Text size="sm">{t('subject_exports.erase_account')}</Text>}
        <Textarea
          label={t('action.reason')}
          description={t('subject_exports.reason_hint')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            color="red"
            disabled={!reason.trim()}
            loading={erase.isPending}
            onClick={() => erase.mutate()}
          >
            {t('subject_exports.erase')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
