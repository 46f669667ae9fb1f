import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime, today } from '../../shared/format/dates';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { venueBookingsQuery } from './venues';

/** Who holds the venue when; what for, where this person may know of it. */
export function VenueBookings({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('events_venues.bookings')}>
      <QueryState query={useQuery(venueBookingsQuery(id, today()))}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('events_venues.no_bookings')}</p>
          ) : (
            <Table.ScrollContainer minWidth={480}>
              <Table verticalSpacing="sm" aria-label={t('events_venues.bookings')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('events_venues.time')}</Table.Th>
                    <Table.Th>{t('events_venues.event')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map(({ id: booking, event_id, event_title_vi, starts_at, ends_at }) => (
                    <Table.Tr key={booking}>
                      <Table.Td className="tabular">
                        {formatDateTime(starts_at)} – {formatDateTime(ends_at)}
                      </Table.Td>
                      <Table.Td>
                        {event_title_vi ? (
                          <Link to="/events/events/$eventId" params={{ eventId: event_id }}>
                            {event_title_vi}
                          </Link>
                        ) : (
                          t('events_venues.of_another_unit')
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryState>
    </Panel>
  );
}
