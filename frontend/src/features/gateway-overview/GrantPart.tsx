import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import { Amount } from '../../shared/ui/Amount';
import classes from './Overview.module.css';
import type { GrantTotals } from './overview';

type Props = { totals: GrantTotals | null; from: string; to: string };

const money = (amount: string | undefined, currency: string) =>
  amount === undefined ? null : { amount, currency };

/** Approved grants by form: count, commitment in both currencies, and the rate printed beside. */
export function GrantPart({ totals, from, to }: Props) {
  const { t, i18n } = useTranslation();
  if (!totals) return <p className={classes.none}>{t('overview.not_for_you')}</p>;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const rows = [
    ...totals.rows.map(({ key, label, count, committed }) => ({
      key: key.form ?? '',
      name: label[language],
      count,
      committed,
    })),
    { key: 'total', name: t('overview.total'), ...totals.total },
  ];
  return (
    <>
      <p className={classes.figure}>
        {t('overview.approved_between', { from: formatDate(from), to: formatDate(to) })}
      </p>
      {/* A table of the page's own: the library's brings 20 kB that the first screen does without. */}
      <div className={classes.scroll}>
        <table className={`${classes.totals} tabular`}>
          <thead>
            <tr>
              <th scope="col">{t('overview.form')}</th>
              <th scope="col">{t('overview.grants_count')}</th>
              <th scope="col">VND</th>
              <th scope="col">USD</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, count, committed }) => (
              <tr key={key} data-total={key === 'total' || undefined}>
                <th scope="row">{name}</th>
                <td>{formatNumber(count)}</td>
                <td>
                  <Amount value={money(committed.VND, 'VND')} compact />
                </td>
                <td>
                  <Amount value={money(committed.USD, 'USD')} compact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {totals.rates.map(({ id, currency, rate, valid_from, verified }) => (
        <p key={id} className={classes.note}>
          {t('overview.rate', { currency, rate: formatNumber(rate), date: formatDate(valid_from) })}
          {!verified && ` ${t('overview.unverified')}`}
        </p>
      ))}
    </>
  );
}
