import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { May } from '../../shared/ui/May';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import type { VenueSearch } from './search';
import { useProvinces } from './useProvinces';
import { useVenueColumns } from './useVenueColumns';
import { venuesQuery } from './venues';

const route = getRouteApi('/shell/events/venues');
const CAPACITIES = [20, 50, 100, 200, 500];

/** Halls and meeting rooms that the unions share. */
export function VenueList() {
  const { t } = useTranslation();
  const search: VenueSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(venuesQuery(search)));
  const columns = useVenueColumns();
  const { options } = useProvinces();
  const filters = useMemo<Filter[]>(
    () => [
      { key: 'province', label: t('events_venues.field.province'), kind: 'choice', options },
      {
        key: 'capacity_from',
        label: t('events_venues.filter.capacity_from'),
        kind: 'choice',
        options: CAPACITIES.map((number) => ({ value: String(number), label: formatNumber(number) })),
      },
    ],
    [t, options],
  );
  return (
    <ListScreen
      name="events-venues"
      text={{
        title: t('events_venues.title'),
        search: t('events_venues.search'),
        empty: t('events_venues.empty'),
        empty_hint: t('events_venues.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      actions={
        <May do="events_create_venue">
          <Button component={Link} to="/events/venues/new">
            {t('events_venues.add')}
          </Button>
        </May>
      }
    />
  );
}
