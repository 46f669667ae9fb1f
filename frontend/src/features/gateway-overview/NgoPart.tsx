import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import { Bars } from '../../shared/ui/Bars';
import classes from './Overview.module.css';
import type { NgoCounts } from './overview';

/** How many foreign NGOs on the day, by region; the rows add up to the number above them. */
export function NgoPart({ counts, asOf }: { counts: NgoCounts | null; asOf: string }) {
  const { t, i18n } = useTranslation();
  if (!counts) return <p className={classes.none}>{t('overview.not_for_you')}</p>;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const more: string = `/registry/statistics?as_of=${asOf}`;
  return (
    <>
      <p className={classes.figure}>
        <strong>{formatNumber(counts.total.count)}</strong>{' '}
        {t('overview.ngos_on', { date: formatDate(asOf) })}
      </p>
      <Bars
        label={t('overview.ngos_by_region')}
        of={t('overview.region')}
        unit={t('overview.organisations')}
        bars={counts.rows.map(({ key, label, count }) => ({
          key: key.region ?? '',
          label: label[language],
          value: count,
          text: formatNumber(count),
        }))}
      />
      <Link to={more} className={classes.more}>
        {t('overview.ask_more')}
      </Link>
    </>
  );
}
