import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { venueBookingsQuery } from './venues';

/** `08:30–11:00 05/11/2026`; both ends in full when it goes over midnight. */
function span(starts_at: string, ends_at: string): string {
  const [begins, ends] = [formatDateTime(starts_at), formatDateTime(ends_at)];
  return begins.slice(6) === ends.slice(6) ? `${begins.slice(0, 5)}–${ends}` : `${begins} – ${ends}`;
}

/** Who holds the venue when; what for, where this person may know of it. */
export function VenueBookings({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('events_venues.bookings')}>
      <QueryState query={useQuery(venueBookingsQuery(id))}>
        {(items) =>
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
                      <Table.Td className="tabular">{span(starts_at, ends_at)}</Table.Td>
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
