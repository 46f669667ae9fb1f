import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { formatDate, today } from '../../shared/format/dates';
import { PageHeader } from '../../shared/ui/PageHeader';
import classes from './Overview.module.css';
import { SectionTile } from './SectionTile';

const TILES = [
  { to: '/registry/ngos', title: 'nav.ngos', text: 'overview.ngos' },
  { to: '/aid/grants', title: 'nav.grants', text: 'overview.grants' },
  { to: '/events/events', title: 'nav.events', text: 'overview.events' },
  { to: '/registry/units', title: 'nav.units', text: 'overview.units' },
] as const;

export function Overview() {
  const { t } = useTranslation();
  const person = useQuery(sessionQuery).data?.person;
  return (
    <>
      <PageHeader
        title={t('overview.hello', { name: person?.name ?? '' })}
        lead={t('overview.today', { date: formatDate(today()) })}
      />
      <div className={classes.tiles}>
        {TILES.map(({ to, title, text }) => (
          <SectionTile key={to} to={to} title={t(title)} text={t(text)} />
        ))}
      </div>
    </>
  );
}
