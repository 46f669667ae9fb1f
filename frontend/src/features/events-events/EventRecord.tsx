import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { LeftRecord } from '../../shared/ui/record/LeftRecord';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { Bookings } from './Bookings';
import { EventActions } from './EventActions';
import { EventHistory } from './EventHistory';
import { eventQuery } from './event';
import { Profile } from './Profile';
import { TABS, type Tab } from './search';
import { whenText } from './when';
import { type Status, tone } from './words';

const route = getRouteApi('/shell/events/events/$eventId');

/** One event: where it stands, what this person may do to it now, its venues, and its past. */
export function EventRecord() {
  const { t } = useTranslation();
  const { eventId } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const person = useQuery(sessionQuery).data?.person;
  const open = (next: string | null) =>
    void navigate({ search: next && next !== 'profile' ? { tab: next as Tab } : {}, replace: true });
  return (
    <QueryState query={useQuery(eventQuery(eventId))}>
      {(event) => {
        // the past of a foreign union's event is its own
        const isKept =
          person?.national ||
          person?.unit_id === event.unit_id ||
          person?.unit_id === event.keeper_id ||
          person?.predecessors.includes(event.unit_id);
        const tabs = TABS.filter((name) => name !== 'history' || isKept);
        const shown = tab && tabs.includes(tab) ? tab : 'profile';
        return (
          <>
            <PageHeader
              back={
                <Link to="/events/events" activeOptions={{ exact: true }}>
                  {t('events_events.title')}
                </Link>
              }
              title={event.title_vi}
              lead={whenText(event)}
              badge={
                <StatusBadge
                  tone={tone(event.status)}
                  label={t(`events_events.status.${event.status as Status}`)}
                />
              }
              actions={
                <>
                  {event.allowed_actions.includes('update') && (
                    <Button
                      variant="default"
                      component={Link}
                      to="/events/events/$eventId/edit"
                      params={{ eventId } as never}
                    >
                      {t('events_events.edit')}
                    </Button>
                  )}
                  <EventActions event={event} />
                </>
              }
            />
            {isKept && <LeftRecord unitId={event.keeper_id ?? event.unit_id} />}
            <Tabs value={shown} onChange={open} keepMounted={false}>
              <Tabs.List mb="md">
                {tabs.map((name) => (
                  <Tabs.Tab key={name} value={name}>
                    {t(`events_events.tab.${name}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value="profile">
                <Profile event={event} />
              </Tabs.Panel>
              <Tabs.Panel value="venues">
                <Bookings event={event} />
              </Tabs.Panel>
              <Tabs.Panel value="history">
                <EventHistory id={event.id} />
              </Tabs.Panel>
            </Tabs>
          </>
        );
      }}
    </QueryState>
  );
}
