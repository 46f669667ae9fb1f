import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { heldQuery } from './bookings';
import { spanText } from './when';

/** What holds the venue on that day already, said before the person presses the button. */
export function Held({ venueId, day }: { venueId: string; day: string }) {
  const { t } = useTranslation();
  const held = useQuery(heldQuery(venueId, day)).data;
  if (!held) return null;
  if (held.length === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('events_bookings.free', { date: formatDate(day) })}
      </Text>
    );
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {t('events_bookings.held', { date: formatDate(day) })}
      </Text>
      <List size="sm" mt={4}>
        {held.map(({ id, starts_at, ends_at, event_title_vi }) => (
          <List.Item key={id}>
            <span className="tabular">{spanText(starts_at, ends_at)}</span>:{' '}
            {event_title_vi ?? t('events_bookings.of_another_unit')}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
