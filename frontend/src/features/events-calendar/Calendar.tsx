import { Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import classes from './Calendar.module.css';
import { weeksOf } from './days';
import { Feed } from './Feed';
import { MonthSteps } from './MonthSteps';
import { MonthTable } from './MonthTable';
import { type EventItem, isDated, monthQuery } from './month';
import { thisMonth } from './search';

const route = getRouteApi('/shell/events/calendar');

/** Only planned for the month or the quarter: on no day yet, and still not to be forgotten. */
function Undated({ events }: { events: readonly EventItem[] }) {
  const { t } = useTranslation();
  if (events.length === 0) return null;
  return (
    <Panel title={t('events_calendar.undated')}>
      <ul className={classes.undated}>
        {events.map(({ id, title_vi, status }) => (
          <li key={id}>
            <Link to={`/events/events/${id}` as string}>{title_vi}</Link> ·{' '}
            {t(`events_calendar.status.${status}`)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A month of events, as far as this person may know of them. */
export function Calendar() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const month = search.month ?? thisMonth();
  const unitCode = useQuery(sessionQuery).data?.person?.unit_code ?? undefined;
  const days = weeksOf(month).flat();
  const unit = search.whose === 'mine' ? unitCode : undefined;
  const label = t('events_calendar.month', { month: Number(month.slice(5)), year: month.slice(0, 4) });
  const query = useQuery({
    ...monthQuery(days[0] ?? '', days.at(-1) ?? '', unit),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader
        title={t('events_calendar.title')}
        lead={<strong className={classes.label}>{label}</strong>}
        actions={
          <MonthSteps
            month={month}
            search={search}
            hasUnit={Boolean(unitCode)}
            onChange={(next) => void navigate({ search: next, replace: true })}
          />
        }
      />
      <Stack>
        <QueryState query={query}>
          {(events) => (
            <>
              <MonthTable month={month} label={label} events={events} />
              {events.length === 0 && <p className={classes.hint}>{t('events_calendar.none')}</p>}
              <Undated
                events={events.filter(
                  (event) =>
                    !isDated(event) &&
                    event.precision !== 'year' &&
                    event.starts_on.slice(0, 7) <= month &&
                    month <= event.ends_on.slice(0, 7),
                )}
              />
            </>
          )}
        </QueryState>
        {unitCode && <Feed unitCode={unitCode} />}
      </Stack>
    </>
  );
}
