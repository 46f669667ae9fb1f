import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import classes from './Calendar.module.css';
import { Day } from './Day';
import { weeksOf } from './days';
import { type EventItem, onDay } from './month';

type Props = { month: string; label: string; events: readonly EventItem[] };

/** Weeks as rows, weekdays as columns: a table in sight and in meaning. */
export function MonthTable({ month, label, events }: Props) {
  const { t } = useTranslation();
  const now = today();
  const names = t('events_calendar.weekdays').split(',');
  const shorts = t('events_calendar.weekdays_short').split(',');
  return (
    <table className={classes.month} aria-label={label}>
      <thead>
        <tr>
          {shorts.map((short, place) => (
            <th key={short} scope="col">
              <span aria-hidden>{short}</span>
              <span className="visually-hidden">{names[place]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day
                key={day}
                day={day}
                isOutside={!day.startsWith(month)}
                isToday={day === now}
                events={onDay(events, day)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
