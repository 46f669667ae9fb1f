import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { BookingRow } from './BookingRow';
import { bookingsQuery } from './bookings';
import type { Event } from './event';

// it brings the date picker, which reading a record does without
const BookDialog = lazy(() => import('./BookDialog').then(({ BookDialog: it }) => ({ default: it })));

/** The venues held for the event; booked and given back here. */
export function Bookings({ event }: { event: Event }) {
  const { t } = useTranslation();
  const [isBooking, setIsBooking] = useState(false);
  const mayBook = event.allowed_actions.includes('book');
  const button = mayBook && (
    <Button size="sm" onClick={() => setIsBooking(true)}>
      {t('events_bookings.book')}
    </Button>
  );
  return (
    <Panel title={t('events_bookings.title')} actions={button}>
      <QueryState query={useQuery(bookingsQuery(event.id))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('events_bookings.none')}
              hint={t(mayBook ? 'events_bookings.none_hint' : 'events_bookings.none_closed')}
            />
          ) : (
            <Table.ScrollContainer minWidth={560}>
              <Table verticalSpacing="sm" aria-label={t('events_bookings.title')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('events_bookings.venue')}</Table.Th>
                    <Table.Th>{t('events_bookings.time')}</Table.Th>
                    <Table.Th>{t('events_bookings.state')}</Table.Th>
                    <Table.Th>
                      <span className="visually-hidden">{t('events_bookings.actions')}</span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((booking) => (
                    <BookingRow key={booking.id} booking={booking} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </QueryState>
      {isBooking && (
        <Suspense>
          <BookDialog event={event} onClose={() => setIsBooking(false)} />
        </Suspense>
      )}
    </Panel>
  );
}
