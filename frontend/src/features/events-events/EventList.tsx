import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { May } from '../../shared/ui/May';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ColumnMenu } from '../../shared/ui/table/ColumnMenu';
import { DataTable } from '../../shared/ui/table/DataTable';
import { ExportMenu } from '../../shared/ui/table/ExportMenu';
import { FilterBar } from '../../shared/ui/table/FilterBar';
import { ListPage } from '../../shared/ui/table/ListPage';
import { SavedViews } from '../../shared/ui/table/SavedViews';
import { useColumns } from '../../shared/ui/table/useColumns';
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
  const { visibility, toggle } = useColumns('events-events', columns);
  return (
    <ListPage>
      <PageHeader
        title={t('events_events.title')}
        actions={
          <>
            <ExportMenu path="/api/events/v1/events" search={search} name="su-kien" />
            <May do="events_create_event">
              <Button component={Link} to="/events/events/new">
                {t('events_events.add')}
              </Button>
            </May>
          </>
        }
      />
      <FilterBar search={search} onChange={change} filters={filters} placeholder={t('events_events.search')}>
        <SavedViews list="events-events" search={search} onOpen={change} />
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={t('events_events.title')}
        columns={columns}
        visibility={visibility}
        list={list}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
        empty={<EmptyState title={t('events_events.empty')} hint={t('events_events.empty_hint')} />}
      />
    </ListPage>
  );
}
