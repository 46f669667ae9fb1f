import { useTranslation } from 'react-i18next';
import type { Precision } from '../../shared/format/dates';
import { DateText } from '../../shared/ui/DateText';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Panel } from '../../shared/ui/Panel';
import type { Unit } from './units';

/** Names, founding and standing; a date says no more than is known. */
export function About({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const founded = unit.founded && {
    date: unit.founded,
    precision: (unit.founded_precision ?? 'day') as Precision,
  };
  return (
    <Panel title={t('registry_units.about')}>
      <DefinitionList
        items={[
          { term: t('registry_units.field.short_name'), value: unit.short_name },
          { term: t('registry_units.field.code'), value: unit.code },
          {
            term: t('registry_units.field.level'),
            value: t(unit.national ? 'registry_units.level.central' : 'registry_units.level.local'),
          },
          { term: t('registry_units.field.founded'), value: <DateText value={founded} /> },
          { term: t('registry_units.field.status_as_of'), value: <DateText value={unit.status_as_of} /> },
          { term: t('registry_units.field.aliases'), value: unit.aliases.join('; ') || null, wide: true },
        ]}
      />
    </Panel>
  );
}
