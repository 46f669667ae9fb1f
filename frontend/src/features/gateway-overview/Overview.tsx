import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { formatDate, formatImprecise, today } from '../../shared/format/dates';
import { DateText } from '../../shared/ui/DateText';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { GrantPart } from './GrantPart';
import { NgoPart } from './NgoPart';
import classes from './Overview.module.css';
import { OwnPart } from './OwnPart';
import { overviewQuery } from './overview';
import { PartPanel } from './PartPanel';
import { period } from './search';
import { Waiting } from './Waiting';

const route = getRouteApi('/shell/');
// it brings the date picker, which the first screen can wait for
const PeriodForm = lazy(() => import('./PeriodForm').then(({ PeriodForm: it }) => ({ default: it })));

/** What holds, what waits for me, what falls due: from three services, each of which may be away. */
export function Overview() {
  const { t } = useTranslation();
  const person = useQuery(sessionQuery).data?.person;
  const search = period(route.useSearch());
  const navigate = route.useNavigate();
  const query = useQuery(overviewQuery(search));
  return (
    <>
      <PageHeader
        title={t('overview.hello', { name: person?.name ?? '' })}
        lead={t('overview.today', { date: formatDate(today()) })}
        actions={
          <Suspense fallback={<div className={classes.period} />}>
            <PeriodForm value={search} onChange={(next) => void navigate({ search: next, replace: true })} />
          </Suspense>
        }
      />
      <QueryState query={query}>
        {({ parts: { gateway, registry, aid, events } }) => (
          <div className={classes.parts}>
            <PartPanel title={t('overview.ngos_title')} part={registry}>
              {({ ngos_by_region }) => <NgoPart counts={ngos_by_region} asOf={search.as_of} />}
            </PartPanel>
            <PartPanel title={t('overview.grants_title')} part={aid}>
              {({ grants_by_form }) => (
                <GrantPart totals={grants_by_form} from={search.from} to={search.to} />
              )}
            </PartPanel>
            <PartPanel title={t('overview.waiting_title')} part={aid}>
              {({ grants_waiting }) => (
                <Waiting
                  none={t('overview.nothing_waits')}
                  lines={(grants_waiting?.items ?? []).map(({ id, code, title_vi, status }) => ({
                    id,
                    to: `/aid/grants/${id}`,
                    title: `${code} · ${title_vi}`,
                    note: t(`overview.grant_status.${status}`),
                  }))}
                />
              )}
            </PartPanel>
            <PartPanel title={t('overview.expiring_title')} part={registry}>
              {({ certificates_expiring }) => (
                <Waiting
                  none={t('overview.nothing_expires')}
                  lines={(certificates_expiring?.items ?? []).map(
                    ({ id, ngo_id, ngo_name_vi, number, valid_to }) => ({
                      id,
                      to: `/registry/ngos/${ngo_id}`,
                      title: ngo_name_vi,
                      note: (
                        <>
                          {number} · {t('overview.until')} <DateText value={valid_to} />
                        </>
                      ),
                    }),
                  )}
                />
              )}
            </PartPanel>
            <OwnPart part={gateway} />
            <PartPanel title={t('overview.events_title')} part={events}>
              {({ upcoming_events }) => (
                <Waiting
                  none={t('overview.no_events')}
                  lines={(upcoming_events?.items ?? []).map(
                    ({ id, title_vi, precision, starts_at, starts_on }) => ({
                      id,
                      to: `/events/events/${id}`,
                      title: title_vi,
                      note:
                        // an event of a day has no hour to show
                        precision === 'time' ? (
                          <DateText value={starts_at} />
                        ) : (
                          formatImprecise({ date: starts_on, precision })
                        ),
                    }),
                  )}
                />
              )}
            </PartPanel>
          </div>
        )}
      </QueryState>
    </>
  );
}
