import { useTranslation } from 'react-i18next';
import { formatDate, today } from '../../shared/format/dates';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { StepButton } from '../../shared/ui/kept/StepButton';
import { useNames } from '../../shared/ui/kept/useNames';
import { Panel } from '../../shared/ui/Panel';
import { type Referral, referrals } from './referrals';

const OPEN: readonly Referral['status'][] = ['introduced', 'accepted', 'visited'];
const OUTCOMES = ['agreed', 'follow_up', 'nothing'] as const;

/** The steps that the server offers this person now. */
export function ReferralSteps({ record }: { record: Referral }) {
  const { t } = useTranslation();
  const allowed = record.allowed_actions ?? [];
  const outcomes = OUTCOMES.map((value) => ({ value, label: t(`registry_referrals.outcome.${value}`) }));
  const day = (name: 'accepted_on' | 'visited_on' | 'concluded_on') =>
    ({ name, label: t(`registry_referrals.step.${name}`), kind: 'day', required: true }) as const;
  return (
    <>
      {allowed.includes('accept') && (
        <StepButton
          tone="main"
          label={t('registry_referrals.act.accept')}
          consequence={t('registry_referrals.consequence.accept')}
          given={{ accepted_on: today() }}
          fields={[day('accepted_on')]}
          run={(values) => referrals.step(record, 'accept', values)}
        />
      )}
      {allowed.includes('visit') && (
        <StepButton
          tone="main"
          label={t('registry_referrals.act.visit')}
          consequence={t('registry_referrals.consequence.visit')}
          given={{ visited_on: today() }}
          fields={[
            day('visited_on'),
            { name: 'visit', label: t('registry_referrals.step.visit'), kind: 'lines' },
          ]}
          run={(values) => referrals.step(record, 'visit', values)}
        />
      )}
      {allowed.includes('conclude') && (
        <StepButton
          tone="main"
          label={t('registry_referrals.act.conclude')}
          consequence={t('registry_referrals.consequence.conclude')}
          given={{ concluded_on: today() }}
          fields={[
            day('concluded_on'),
            {
              name: 'outcome',
              label: t('registry_referrals.step.outcome'),
              kind: 'choice',
              options: outcomes,
              required: true,
            },
            { name: 'result', label: t('registry_referrals.step.result'), kind: 'lines' },
          ]}
          run={(values) => referrals.step(record, 'conclude', values)}
        />
      )}
      {allowed.includes('decline') && (
        <StepButton
          tone="grave"
          label={t('registry_referrals.act.decline')}
          consequence={t('registry_referrals.consequence.decline')}
          fields={[{ name: 'reason', label: t('action.reason'), kind: 'lines', required: true }]}
          run={(values) => referrals.step(record, 'decline', values)}
        />
      )}
    </>
  );
}

/** How far it has come, and whose credit it is. */
export function ReferralParts({ record }: { record: Referral }) {
  const { t } = useTranslation();
  const { units } = useNames();
  const day = (value: string | null) => value && formatDate(value);
  const called = (id: string) => units.find(({ value }) => value === id)?.label ?? id;
  return (
    <Panel title={t('registry_referrals.course')}>
      <DefinitionList
        items={[
          {
            term: t('registry_referrals.waits_for'),
            value: OPEN.includes(record.status) ? called(record.to_unit_id) : null,
            wide: true,
          },
          { term: t('registry_referrals.step.accepted_on'), value: day(record.accepted_on) },
          { term: t('registry_referrals.step.visited_on'), value: day(record.visited_on) },
          { term: t('registry_referrals.step.visit'), value: record.visit, wide: true },
          { term: t('registry_referrals.step.concluded_on'), value: day(record.concluded_on) },
          {
            term: t('registry_referrals.step.outcome'),
            value: record.outcome && t(`registry_referrals.outcome.${record.outcome}`),
          },
          { term: t('registry_referrals.step.result'), value: record.result, wide: true },
          { term: t('action.reason'), value: record.reason, wide: true },
          {
            term: t('registry_referrals.credits'),
            value: record.credits
              .map(({ unit_id, percentage }) => `${called(unit_id)}: ${percentage}%`)
              .join('; '),
            wide: true,
          },
        ]}
      />
    </Panel>
  );
}
