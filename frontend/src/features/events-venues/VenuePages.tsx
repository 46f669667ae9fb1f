import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryState } from '../../shared/ui/QueryState';
import { VenueForm } from './VenueForm';
import { venueQuery } from './venues';

const route = getRouteApi('/shell/events/venues/$venueId/edit');

export function NewVenue() {
  return <VenueForm />;
}

/** The form begins only with the venue at hand. */
export function EditVenue() {
  const { venueId } = route.useParams();
  return (
    <QueryState query={useQuery(venueQuery(venueId))}>{(venue) => <VenueForm venue={venue} />}</QueryState>
  );
}
