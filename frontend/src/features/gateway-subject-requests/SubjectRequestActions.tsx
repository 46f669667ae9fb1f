import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { onDemand } from '../../shared/ui/onDemand';
import { RowActions } from '../../shared/ui/record/RowActions';
import { answer, extend, refresh, type SubjectRequest } from './subjectRequests';

const FinishDialog = onDemand(() => import('./FinishDialog').then((m) => m.FinishDialog));

/** What the server lets this person do about one request. */
export function SubjectRequestActions({ request }: { request: SubjectRequest }) {
  const { t } = useTranslation();
  const [isFinishing, setIsFinishing] = useState(false);
  const allowed = request.allowed_actions ?? [];
  return (
    <RowActions
      allowed={allowed}
      refresh={refresh}
      actions={[
        {
          name: 'answer',
          label: t('subject_requests.act.answer'),
          consequence: t('subject_requests.consequence.answer'),
          reason: true,
          run: (text) => answer(request, text),
        },
        {
          name: 'extend',
          label: t('subject_requests.act.extend'),
          consequence: t('subject_requests.consequence.extend', {
            date: formatDate(request.finish_due_on),
          }),
          reason: true,
          run: (reason) => extend(request, reason),
        },
      ]}
    >
      {allowed.includes('finish') && (
        <Button onClick={() => setIsFinishing(true)}>{t('subject_requests.act.finish')}</Button>
      )}
      {isFinishing && <FinishDialog request={request} onClose={() => setIsFinishing(false)} />}
    </RowActions>
  );
}
