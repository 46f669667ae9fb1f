import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { StepButton } from '../../shared/ui/kept/StepButton';
import { useNames } from '../../shared/ui/kept/useNames';
import { Panel } from '../../shared/ui/Panel';
import { type Founding, foundings } from './foundings';

/** The steps that the server offers this person now. */
export function FoundingSteps({ record }: { record: Founding }) {
  const { t } = useTranslation();
  const { units } = useNames();
  const allowed = record.allowed_actions ?? [];
  return (
    <>
      {allowed.includes('file') && (
        <StepButton
          tone="main"
          label={t('registry_foundings.act.file')}
          consequence={t('registry_foundings.consequence.file')}
          fields={[
            {
              name: 'dossier',
              label: t('registry_foundings.field.dossier'),
              kind: 'imprecise',
              required: true,
            },
          ]}
          run={(values) => foundings.step(record, 'file', values)}
        />
      )}
      {allowed.includes('found') && (
        <StepButton
          tone="main"
          label={t('registry_foundings.act.found')}
          consequence={t('registry_foundings.consequence.found')}
          given={{ union_id: record.union_id }}
          fields={[
            {
              name: 'congress',
              label: t('registry_foundings.field.congress'),
              kind: 'imprecise',
              required: true,
            },
            {
              name: 'union_id',
              label: t('registry_foundings.field.union_id'),
              kind: 'choice',
              options: units,
            },
          ]}
          run={(values) => foundings.step(record, 'found', values)}
        />
      )}
      {allowed.includes('stop') && (
        <StepButton
          tone="grave"
          label={t('registry_foundings.act.stop')}
          consequence={t('registry_foundings.consequence.stop')}
          given={{ stopped_on: today() }}
          fields={[
            { name: 'stopped_on', label: t('registry_foundings.stopped_on'), kind: 'day', required: true },
            { name: 'reason', label: t('action.reason'), kind: 'lines', required: true },
          ]}
          run={(values) => foundings.step(record, 'stop', values)}
        />
      )}
    </>
  );
}

/** Why it stopped, if it did. */
export function FoundingParts({ record }: { record: Founding }) {
  const { t } = useTranslation();
  return record.reason ? (
    <Panel title={t('action.reason')}>
      <p>{record.reason}</p>
    </Panel>
  ) : null;
}
