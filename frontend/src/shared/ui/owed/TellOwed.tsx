import { useTranslation } from 'react-i18next';
import { today } from '../../format/dates';
import { StepButton } from '../kept/StepButton';
import type { Field } from '../kept/sheet';
import type { Values } from '../kept/values';
import { OUTCOMES, type Owed, obligations } from './owed';

/** Write down that it came and what shows it, or that there was nothing to send. */
export function TellOwed({ owed }: { owed: Owed }) {
  const { t } = useTranslation();
  if (!owed.allowed_actions?.length) return null;
  const isOpen = owed.status === 'open';
  const options = OUTCOMES.map((value) => ({ value, label: t(`registry_obligations.status.${value}`) }));
  const fields: Field[] = [
    { name: 'outcome', label: t('registry_obligations.field.outcome'), kind: 'choice', options },
    { name: 'done_on', label: t('registry_obligations.field.done_on'), kind: 'day' },
    { name: 'evidence', label: t('registry_obligations.field.evidence'), kind: 'lines' },
    { name: 'note', label: t('registry_obligations.field.note'), kind: 'lines' },
  ];
  const tell = (values: Values) =>
    owed.version === null
      ? obligations.create(
          {
            ...values,
            rule: owed.rule,
            year: owed.year,
            ...(owed.ngo_id ? { ngo_id: owed.ngo_id } : { unit_id: owed.unit_id }),
          },
          crypto.randomUUID(),
        )
      : obligations.change(owed.id, owed.version, values);
  return (
    <StepButton
      label={t(isOpen ? 'registry_obligations.tell' : 'kept.edit')}
      consequence={t('registry_obligations.tell_hint')}
      given={isOpen ? { outcome: 'done', done_on: today(), note: owed.note } : owed}
      fields={fields}
      run={tell}
    />
  );
}
