import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import classes from './Calendar.module.css';
import type { EventItem } from './month';

/** One event on one day: its hour, its name, and its state in words for those who do not see the mark. */
export function EventLink({ event, day }: { event: EventItem; day: string }) {
  const { t, i18n } = useTranslation();
  const { id, title_vi, title_en, status, precision, starts_at, starts_on, location } = event;
  const to: string = `/events/events/${id}`;
  const state = t(`events_calendar.status.${status}`);
  const title = i18n.language === 'en' ? (title_en ?? title_vi) : title_vi;
  const begins = precision === 'time' && starts_on === day ? formatDateTime(starts_at).slice(0, 5) : null;
  return (
    <Link
      to={to}
      className={classes.event}
      data-status={status}
      title={[title, state, location].filter(Boolean).join('\n')}
    >
      <span className={classes.name}>
        {begins && <span className={classes.hour}>{begins} </span>}
        {starts_on < day && <span className="visually-hidden">{t('events_calendar.continues')} </span>}
        {title}
      </span>
      <span className="visually-hidden">, {state}</span>
    </Link>
  );
}
