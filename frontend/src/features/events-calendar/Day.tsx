import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import classes from './Calendar.module.css';
import { EventLink } from './EventLink';
import type { EventItem } from './month';

type Props = { day: string; isOutside: boolean; isToday: boolean; events: readonly EventItem[] };

const SHOWN = 4;

/** A day with what happens on it; the rest of a full day opens in place. */
export function Day({ day, isOutside, isToday, events }: Props) {
  const { t } = useTranslation();
  // one more line than a button that hides it would take
  const cut = events.length > SHOWN + 1 ? SHOWN : events.length;
  const line = (event: EventItem) => (
    <li key={event.id}>
      <EventLink event={event} day={day} />
    </li>
  );
  return (
    <td
      className={classes.day}
      data-outside={isOutside || undefined}
      data-today={isToday || undefined}
      data-empty={events.length === 0 || undefined}
    >
      <time dateTime={day} className={classes.date}>
        <span aria-hidden>{Number(day.slice(8))}</span>
        <span className="visually-hidden">
          {formatDate(day)}
          {isToday && ` (${t('events_calendar.today')})`}
        </span>
      </time>
      {events.length > 0 && <ul className={classes.events}>{events.slice(0, cut).map(line)}</ul>}
      {cut < events.length && (
        <details className={classes.rest}>
          <summary>{t('events_calendar.more', { number: events.length - cut })}</summary>
          <ul className={classes.events}>{events.slice(cut).map(line)}</ul>
        </details>
      )}
    </td>
  );
}
