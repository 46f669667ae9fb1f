import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/dates';
import { Deadline } from '../Deadline';
import { StatusBadge } from '../StatusBadge';
import { type Owed, TONE } from './owed';

/** Since it came: when, and what shows it; until then how much time is left. */
export function OwedState({ owed }: { owed: Owed }) {
  const { t } = useTranslation();
  if (owed.status === 'open')
    return (
      <>
        <Deadline due={owed.due_on} workingDaysLeft={owed.working_days_left} basis={owed.basis} />
        {owed.note && <Text size="sm">{owed.note}</Text>}
      </>
    );
  return (
    <>
      <Group gap="xs">
        <StatusBadge tone={TONE[owed.status]} label={t(`registry_obligations.status.${owed.status}`)} />
        <Text size="sm">{owed.done_on && formatDate(owed.done_on)}</Text>
      </Group>
      <Text size="sm">{owed.evidence}</Text>
    </>
  );
}
