import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../format/dates';
import { StatusBadge, type Tone } from './StatusBadge';

type Props = { due: string; workingDaysLeft: number; basis?: string };

function tone(left: number): Tone {
  if (left < 0) return 'bad';
  return left <= 3 ? 'warning' : 'neutral';
}

/** `còn 3 ngày làm việc`; the date and the legal basis on hover and on focus. */
export function Deadline({ due, workingDaysLeft, basis }: Props) {
  const { t } = useTranslation();
  const label =
    workingDaysLeft < 0
      ? t('deadline.overdue', { count: -workingDaysLeft })
      : workingDaysLeft === 0
        ? t('deadline.today')
        : t('deadline.left', { count: workingDaysLeft });
  const full = [t('deadline.due', { date: formatDate(due) }), basis].filter(Boolean).join(' · ');
  return (
    <Tooltip label={full} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className="plain-button" aria-label={`${label}. ${full}`}>
        <StatusBadge tone={tone(workingDaysLeft)} label={label} />
      </button>
    </Tooltip>
  );
}
