import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryState } from '../../shared/ui/QueryState';
import { EventForm } from './EventForm';
import { eventQuery } from './event';

const route = getRouteApi('/shell/events/events/$eventId/edit');

export function NewEvent() {
  return <EventForm />;
}

/** The form begins only with the event at hand. */
export function EditEvent() {
  const { eventId } = route.useParams();
  return (
    <QueryState query={useQuery(eventQuery(eventId))}>{(event) => <EventForm event={event} />}</QueryState>
  );
}
