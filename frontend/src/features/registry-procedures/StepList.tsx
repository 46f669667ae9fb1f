import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Procedure, Step } from './procedure';
import classes from './StepList.module.css';
import { contentAddress } from './steps';
import { Unverified } from './Unverified';
import type { StepName } from './words';

/** What happened, in order: whose act it is, who recorded it, the document, the article, and how late it was. */
export function StepList({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  if (procedure.steps.length === 0) return <p>{t('registry_procedures.no_step')}</p>;
  return (
    <ol className={classes.list}>
      {procedure.steps.map((step, index) => (
        // steps are only ever added
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a step is its name
        <li key={index} className={classes.step}>
          <p className={classes.what}>
            {formatDate(step.on)} · {t(`registry_procedures.act.${step.action as StepName}`)}{' '}
            {step.late > 0 && (
              <StatusBadge tone="bad" label={t('registry_procedures.late', { count: step.late })} />
            )}
          </p>
          <Paper step={step} procedureId={procedure.id} />
          {step.reason && <p>{step.reason}</p>}
          {step.waited !== null && <p>{t('registry_procedures.waited', { count: step.waited })}</p>}
          <p className={classes.detail}>
            {[
              t(`registry_procedures.actor.${step.actor}`),
              t('registry_procedures.written_by', { name: step.by_name }),
              step.basis,
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            {step.basis && <Unverified isVerified={step.verified} />}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Paper({ step, procedureId }: { step: Step; procedureId: string }) {
  const { paper } = step;
  if (!paper) return null;
  const words = [paper.number, formatDate(paper.dated), paper.issuer, paper.summary]
    .filter(Boolean)
    .join(' · ');
  return (
    <p>{paper.document_id ? <a href={contentAddress(procedureId, paper.document_id)}>{words}</a> : words}</p>
  );
}
