/** The addresses of events, their calendar and their venues. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { calendarSearch } from '../features/events-calendar/search';
import { eventSearch, eventTabSearch } from '../features/events-events/search';
import { venueSearch } from '../features/events-venues/search';
import { shell } from './frame';

const eventList = createRoute({
  getParentRoute: () => shell,
  path: '/events/events',
  validateSearch: eventSearch,
  component: lazyRouteComponent(() => import('../features/events-events/EventList'), 'EventList'),
});
const event = createRoute({
  getParentRoute: () => shell,
  path: '/events/events/$eventId',
  validateSearch: eventTabSearch,
  component: lazyRouteComponent(() => import('../features/events-events/EventRecord'), 'EventRecord'),
});
const newEvent = createRoute({
  getParentRoute: () => shell,
  path: '/events/events/new',
  component: lazyRouteComponent(() => import('../features/events-events/EventPages'), 'NewEvent'),
});
const editEvent = createRoute({
  getParentRoute: () => shell,
  path: '/events/events/$eventId/edit',
  component: lazyRouteComponent(() => import('../features/events-events/EventPages'), 'EditEvent'),
});
const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/events/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('../features/events-calendar/Calendar'), 'Calendar'),
});
const venues = createRoute({
  getParentRoute: () => shell,
  path: '/events/venues',
  validateSearch: venueSearch,
  component: lazyRouteComponent(() => import('../features/events-venues/VenueList'), 'VenueList'),
});
const newVenue = createRoute({
  getParentRoute: () => shell,
  path: '/events/venues/new',
  component: lazyRouteComponent(() => import('../features/events-venues/VenuePages'), 'NewVenue'),
});
const venue = createRoute({
  getParentRoute: () => shell,
  path: '/events/venues/$venueId',
  component: lazyRouteComponent(() => import('../features/events-venues/VenueRecord'), 'VenueRecord'),
});
const editVenue = createRoute({
  getParentRoute: () => shell,
  path: '/events/venues/$venueId/edit',
  component: lazyRouteComponent(() => import('../features/events-venues/VenuePages'), 'EditVenue'),
});

export const eventRoutes = [
  eventList,
  event,
  newEvent,
  editEvent,
  calendar,
  venues,
  newVenue,
  venue,
  editVenue,
] as const;
