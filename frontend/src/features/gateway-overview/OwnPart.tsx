import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { DateText } from '../../shared/ui/DateText';
import type { Overview } from './overview';
import { PartPanel } from './PartPanel';
import { Waiting } from './Waiting';

/** What the house itself wants somebody to look at; nothing is shown while there is nothing. */
export function OwnPart({ part }: { part: Overview['parts']['gateway'] }) {
  const { t } = useTranslation();
  const due = part.data?.subject_requests_due?.items ?? [];
  const waiting = part.data?.decisions_waiting?.items ?? [];
  const closed = part.data?.webhooks_closed?.items ?? [];
  return (
    <>
      {waiting.length > 0 && (
        <PartPanel title={t('overview.decisions_title')} part={part}>
          {() => (
            <Waiting
              none=""
              lines={waiting.map(({ kind, count }) => ({
                id: kind,
                to: `/gateway/${kind.replace('_', '-')}`,
                title: t(`overview.decision.${kind}`),
                note: t('overview.decisions_count', { count }),
              }))}
            />
          )}
        </PartPanel>
      )}
      {due.length > 0 && (
        <PartPanel title={t('overview.subject_requests_title')} part={part}>
          {() => (
            <Waiting
              none=""
              lines={due.map(({ id, person, status, due_on }) => ({
                id,
                to: '/gateway/subject-requests',
                title: person,
                note: (
                  <>
                    {t(`overview.subject_request.${status === 'received' ? 'answer' : 'finish'}`)}{' '}
                    <DateText value={due_on} />
                    {due_on < today() && ` · ${t('overview.overdue')}`}
                  </>
                ),
              }))}
            />
          )}
        </PartPanel>
      )}
      {closed.length > 0 && (
        <PartPanel title={t('overview.webhooks_closed_title')} part={part}>
          {() => (
            <Waiting
              none=""
              lines={closed.map(({ id, name, unit_code, disabled_reason, updated_at }) => ({
                id,
                to: `/gateway/webhooks/${id}`,
                title: unit_code ? `${unit_code} · ${name}` : name,
                note: (
                  <>
                    {t(`overview.webhook_closed.${disabled_reason === 'gone' ? 'gone' : 'failing'}`)} ·{' '}
                    <DateText value={updated_at} />
                  </>
                ),
              }))}
            />
          )}
        </PartPanel>
      )}
    </>
  );
}
