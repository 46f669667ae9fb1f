/** What happens in a month: the events that touch it, from the list of events. */
import { queryOptions } from '@tanstack/react-query';
import { body, events } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/events';
import { dayAway } from './days';

export type EventItem = components['schemas']['EventItem'];

// What began earlier may last into the month; what lasts longer than a quarter is no matter of a day.
const BEFORE = 92;
const PAGES = 10;

/** Events that touch the days from `first` to `last`; `unit` keeps those of one union. */
export const monthQuery = (first: string, last: string, unit: string | undefined) =>
  queryOptions({
    queryKey: ['events', 'events', 'calendar', first, last, unit],
    queryFn: async ({ signal }) => {
      const window = { starts_from: dayAway(first, -BEFORE), starts_to: last, limit: 200 };
      const found: EventItem[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < PAGES; page += 1) {
        const query = { ...window, unit, cursor };
        const answer = await body(events.GET('/v1/events', { params: { query }, signal }));
        found.push(...answer.items.filter(({ ends_on }) => ends_on >= first));
        cursor = answer.next_cursor ?? undefined;
        if (!cursor) break;
      }
      return found;
    },
  });

const DATED = ['time', 'day'];
export const isDated = ({ precision }: EventItem) => DATED.includes(precision);

export const onDay = (items: readonly EventItem[], day: string) =>
  items.filter((event) => isDated(event) && event.starts_on <= day && day <= event.ends_on);
