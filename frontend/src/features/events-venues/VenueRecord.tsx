import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { useProvinces } from './useProvinces';
import { VenueBookings } from './VenueBookings';
import { venueQuery } from './venues';

const route = getRouteApi('/shell/events/venues/$venueId');

/** One venue, and who holds it from today on. */
export function VenueRecord() {
  const { t } = useTranslation();
  const { venueId } = route.useParams();
  const provinces = useProvinces();
  return (
    <QueryState query={useQuery(venueQuery(venueId))}>
      {(venue) => (
        <>
          <PageHeader
            back={
              <Link to="/events/venues" activeOptions={{ exact: true }}>
                {t('events_venues.title')}
              </Link>
            }
            title={venue.name_vi}
            lead={venue.name_en}
            actions={
              venue.allowed_actions?.includes('update') && (
                <Button
                  variant="default"
                  component={Link}
                  to="/events/venues/$venueId/edit"
                  params={{ venueId } as never}
                >
                  {t('events_venues.edit')}
                </Button>
              )
            }
          />
          <Stack>
            <Panel title={t('events_venues.about')}>
              <DefinitionList
                items={[
                  { term: t('events_venues.field.address'), value: venue.address },
                  { term: t('events_venues.field.province'), value: provinces.name(venue.province) },
                  {
                    term: t('events_venues.field.capacity'),
                    value: venue.capacity === null ? null : formatNumber(venue.capacity),
                  },
                  { term: t('events_venues.field.note'), value: venue.note, wide: true },
                ]}
              />
            </Panel>
            <VenueBookings id={venue.id} />
          </Stack>
        </>
      )}
    </QueryState>
  );
}
