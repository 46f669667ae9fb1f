import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Panel } from '../../shared/ui/Panel';
import { Unverified } from './Unverified';
import type { Unit } from './units';

type Confidence = keyof typeof vi.registry_units.confidence;

/** Where this is known from, and whether somebody has checked it. */
export function Source({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('registry_units.source')}>
      {!unit.verified && (
        <Text size="sm" mb="sm">
          {t('registry_units.unverified_hint')}
        </Text>
      )}
      <DefinitionList
        items={[
          { term: t('registry_units.field.source'), value: unit.source, wide: true },
          {
            term: t('registry_units.field.confidence'),
            value: t(`registry_units.confidence.${unit.confidence as Confidence}`),
          },
          {
            term: t('registry_units.field.verified'),
            value: unit.verified ? t('registry_units.verified') : <Unverified verified={false} />,
          },
          { term: t('registry_units.field.note'), value: unit.note, wide: true },
        ]}
      />
    </Panel>
  );
}
