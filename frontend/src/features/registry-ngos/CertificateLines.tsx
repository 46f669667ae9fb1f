import { useTranslation } from 'react-i18next';
import { formatDate, today } from '../../shared/format/dates';
import classes from './CertificateLines.module.css';
import type { Certificate } from './ngos';
import { type Span, scale } from './spans';
import { ends, state } from './standing';

/** The certificates over the years: one line each, and where today stands among them. */
export function CertificateLines({ certificates }: { certificates: readonly Certificate[] }) {
  const { t } = useTranslation();
  const day = today();
  const spans: Span[] = certificates.map((one) => ({ from: one.valid_from, to: ends(one) }));
  const { years, place, width } = scale(spans, day);
  const ordered = [...certificates].sort((a, b) => a.valid_from.localeCompare(b.valid_from));
  return (
    // the table below says the same in words
    <div className={classes.lines} aria-hidden="true">
      {ordered.map((one) => {
        const span = { from: one.valid_from, to: ends(one) };
        return (
          <div key={one.id} className={classes.line}>
            <span className={classes.name}>{one.number}</span>
            <span className={classes.track}>
              <span
                className={classes.bar}
                data-state={state(one, day)}
                data-open={span.to === null || undefined}
                style={{ left: `${place(span.from)}%`, width: `${width(span)}%` }}
                title={`${formatDate(span.from)} – ${span.to ? formatDate(span.to) : '…'}`}
              />
              <span className={classes.today} style={{ left: `${place(day)}%` }} />
            </span>
          </div>
        );
      })}
      <div className={classes.line}>
        <span className={classes.name} />
        <span className={classes.years}>
          {years.map((year) => (
            <span key={year} style={{ left: `${place(`${year}-01-01`)}%` }}>
              {year}
            </span>
          ))}
          <span className={classes.now} style={{ left: `${place(day)}%` }}>
            {t('registry_ngos.today')}
          </span>
        </span>
      </div>
    </div>
  );
}
