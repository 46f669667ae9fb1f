import { Group, Table } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionButtons, type RecordAction } from '../../shared/ui/record/ActionButtons';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { type Booking, bookingQuery, cancelBooking, confirmBooking } from './bookings';
import { spanText } from './when';

/** One venue and its time; given back where the server says this person may. */
export function BookingRow({ booking }: { booking: Booking }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const record = useQuery(bookingQuery(booking.id)).data;
  const step = (run: typeof cancelBooking) => async () => {
    if (record) await run(record);
    await client.invalidateQueries({ queryKey: ['events'] });
  };
  const actions: RecordAction[] = [
    {
      name: 'cancel',
      label: t('events_bookings.cancel'),
      consequence: t('events_bookings.cancel_means'),
      tone: 'grave',
      run: step(cancelBooking),
    },
    {
      name: 'confirm',
      label: t('events_bookings.again'),
      consequence: t('events_bookings.again_means'),
      run: step(confirmBooking),
    },
  ];
  const venue: string = `/events/venues/${booking.venue_id}`;
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={venue}>{booking.venue_name_vi}</Link>
      </Table.Td>
      <Table.Td className="tabular">{spanText(booking.starts_at, booking.ends_at)}</Table.Td>
      <Table.Td>
        <StatusBadge
          tone={booking.status === 'confirmed' ? 'good' : 'neutral'}
          label={t(`events_bookings.status.${booking.status}`)}
        />
      </Table.Td>
      <Table.Td>
        <Group justify="flex-end" gap="xs">
          <ActionButtons allowed={record?.allowed_actions ?? []} actions={actions} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
