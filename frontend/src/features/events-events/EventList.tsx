import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { May } from '../../shared/ui/May';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { eventsQuery } from './events';
import type { EventSearch } from './search';
import { useEventColumns } from './useEventColumns';
import { useEventFilters } from './useEventFilters';

const route = getRouteApi('/shell/events/events');

export function EventList() {
  const { t } = useTranslation();
  const search: EventSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(eventsQuery(search)));
  const columns = useEventColumns();
  const filters = useEventFilters();
  return (
    <ListScreen
      name="events-events"
      text={{
        title: t('events_events.title'),
        search: t('events_events.search'),
        empty: t('events_events.empty'),
        empty_hint: t('events_events.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      hasViews
      file={{ path: '/api/events/v1/events', name: 'su-kien' }}
      actions={
        <May do="events_create_event">
          <Button component={Link} to="/events/events/new">
            {t('events_events.add')}
          </Button>
        </May>
      }
    />
  );
}
