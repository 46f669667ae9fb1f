import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../StatusBadge';
import type { Owed } from './owed';

/** What is owed, to whom and under which article; a rule that nobody has checked says so. */
export function OwedRule({ owed, isBrief }: { owed: Owed; isBrief?: boolean }) {
  const { t, i18n } = useTranslation();
  const name = i18n.language === 'en' ? owed.name_en : owed.name_vi;
  return (
    <>
      <Text size="sm" fw={500}>
        {owed.year ? t('registry_obligations.of_year', { name, year: owed.year }) : name}
      </Text>
      <Text size="xs">
        {[owed.basis, owed.form, !isBrief && t('registry_obligations.to', { recipient: owed.recipient })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {!isBrief && owed.note_on_rule && <Text size="xs">{owed.note_on_rule}</Text>}
      {!owed.verified && <StatusBadge tone="warning" label={t('registry_procedures.unverified')} />}
    </>
  );
}
