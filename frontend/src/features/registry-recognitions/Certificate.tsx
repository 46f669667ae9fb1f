import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { formatDate, formatImprecise } from '../../shared/format/dates';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QrCode } from '../../shared/ui/QrCode';
import { QueryState } from '../../shared/ui/QueryState';
import classes from './Certificate.module.css';
import { type Recognition, recognitions } from './recognitions';

const route = getRouteApi('/shell/registry/recognitions/$recognitionId/certificate');

/** A recognition on one sheet of paper, with the address at which anybody may have it verified. */
export function Certificate() {
  const { t } = useTranslation();
  const { recognitionId } = route.useParams();
  const to: string = `/registry/recognitions/${recognitionId}`;
  return (
    <QueryState query={useQuery(recognitions.one(recognitionId))}>
      {(one) => (
        <>
          <div className="no-print">
            <PageHeader
              back={<Link to={to}>{one.title}</Link>}
              title={t('registry_recognitions.certificate')}
              actions={<Button onClick={() => print()}>{t('registry_recognitions.print')}</Button>}
            />
          </div>
          <Sheet one={one} />
        </>
      )}
    </QueryState>
  );
}

function Sheet({ one }: { one: Recognition }) {
  const { t } = useTranslation();
  const address = `${location.origin}/verify/${one.code}`;
  const squares = encode(address, { ecc: 'M', border: 0 }).data;
  const isRevoked = one.status === 'revoked';
  return (
    <article className={classes.sheet} aria-label={t('registry_recognitions.certificate')}>
      {one.demo && <p className={classes.mark}>{t('registry_recognitions.demo_sheet')}</p>}
      {isRevoked && <p className={classes.mark}>{t('registry_recognitions.revoked_sheet')}</p>}
      <p className={classes.giver}>{one.giver}</p>
      <h2 className={classes.title}>{one.title}</h2>
      <p className={classes.lead}>{t('registry_recognitions.awarded_to')}</p>
      <p className={classes.recipient}>{one.recipient}</p>
      <p className={classes.achievement}>{one.achievement}</p>
      <p className={classes.lead}>
        {t('registry_recognitions.period', {
          from: formatDate(one.period_from),
          to: formatDate(one.period_to),
        })}
      </p>
      <footer className={classes.foot}>
        <div>
          <p>
            {one.decision_number
              ? t('registry_recognitions.by_decision', {
                  number: one.decision_number,
                  day: formatImprecise(one.decided),
                })
              : `${t('registry_recognitions.field.decided')}: ${formatImprecise(one.decided)}`}
          </p>
          {one.presenter && <p>{t('registry_recognitions.presented_by', { presenter: one.presenter })}</p>}
          <p className="tabular">{t('registry_recognitions.code_line', { code: one.code })}</p>
          <p>{t('registry_recognitions.extract')}</p>
        </div>
        <div className={classes.code}>
          <QrCode
            rows={squares.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))}
            label={t('registry_recognitions.qr', { address })}
          />
          <p className={classes.address}>{address}</p>
        </div>
      </footer>
    </article>
  );
}
