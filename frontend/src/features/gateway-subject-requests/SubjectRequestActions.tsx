import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { onDemand } from '../../shared/ui/onDemand';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { answer, extend, refresh, type SubjectRequest } from './subjectRequests';

const FinishDialog = onDemand(() => import('./FinishDialog').then((m) => m.FinishDialog));

/** What the server lets this person do about one request. */
export function SubjectRequestActions({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isFinishing, setIsFinishing] = useState(false);
  const done = async (call: Promise<unknown>) => {
    await call;
    await refresh(client);
  };
  const allowed = request.allowed_actions ?? [];
  if (allowed.length === 0) return '—';
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionButtons
        allowed={allowed}
        actions={[
          {
            name: 'answer',
            label: t('subject_requests.act.answer'),
            consequence: t('subject_requests.consequence.answer'),
            reason: true,
            run: (text) => done(answer(request, text)),
          },
          {
            name: 'extend',
            label: t('subject_requests.act.extend'),
            consequence: t('subject_requests.consequence.extend', {
              date: formatDate(request.finish_due_on),
            }),
            reason: true,
            run: (reason) => done(extend(request, reason)),
          },
        ]}
      />
      {allowed.includes('finish') && (
        <Button onClick={() => setIsFinishing(true)}>{t('subject_requests.act.finish')}</Button>
      )}
      {isFinishing && <FinishDialog request={request} onClose={() => setIsFinishing(false)} />}
    </Group>
  );
}
