import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { DateText } from '../../shared/ui/DateText';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { SubjectRequestActions } from './SubjectRequestActions';
import { STATUSES, type SubjectRequest } from './subjectRequests';

const TONES = { received: 'progress', answered: 'progress', finished: 'good' } as const;

export function useSubjectRequestColumns(): Column<SubjectRequest>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('subject_requests.person'),
        primary: true,
        cell: ({ person, contact }) => (
          <>
            {person}
            <Text size="sm" c="dimmed">
              {contact}
            </Text>
          </>
        ),
      },
      {
        id: 'kind',
        header: t('subject_requests.kind_label'),
        cell: ({ kind }) => t(`subject_requests.kind.${kind}`),
      },
      {
        id: 'state',
        header: t('accounts.state'),
        cell: ({ status, outcome }) => {
          const known = STATUSES.find((one) => one === status) ?? 'received';
          return (
            <>
              <StatusBadge tone={TONES[known]} label={t(`subject_requests.status.${known}`)} />{' '}
              {outcome && t(`subject_requests.outcome.${outcome}`)}
            </>
          );
        },
      },
      {
        id: 'due_on',
        header: t('subject_requests.due'),
        sortable: true,
        cell: (one) => <Due one={one} />,
      },
      {
        id: 'act',
        header: t('subject_requests.act.title'),
        cell: (request) => <SubjectRequestActions request={request} />,
      },
      { id: 'wish', header: t('subject_requests.wish'), wide: true, cell: ({ wish }) => wish },
      {
        id: 'received_on',
        header: t('subject_requests.received_on'),
        sortable: true,
        cell: ({ received_on }) => <DateText value={received_on} />,
      },
      { id: 'unit', header: t('accounts.unit'), cell: ({ unit_code }) => unit_code ?? '—' },
    ],
    [t],
  );
}

/** What is due next, by when, and that nobody has checked the length of the term. */
function Due({ one }: { one: SubjectRequest }) {
  const { t } = useTranslation();
  if (one.status === 'finished') return one.finished_on ? <DateText value={one.finished_on} /> : '—';
  const isOverdue = one.due_on < today();
  return (
    <>
      {t(one.status === 'received' ? 'subject_requests.answer_by' : 'subject_requests.finish_by')}{' '}
      <DateText value={one.due_on} />{' '}
      {isOverdue && <StatusBadge tone="bad" label={t('subject_requests.overdue')} />}
      {!one.verified && (
        <Text size="xs" c="dimmed" title={one.source}>
          {t('subject_requests.unverified')}
        </Text>
      )}
    </>
  );
}
