import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type Recognition, type RecognitionItem, recognitions } from './recognitions';

type Done = keyof typeof vi.registry_recognitions.done;
const LEVEL = ['central', 'local'] as const;
const KIND = [
  'emulation_flag',
  'certificate_of_merit',
  'commendation',
  'medal',
  'acknowledgement',
  'gift',
] as const;
const RECIPIENT_TYPE = ['collective', 'individual', 'ngo', 'unit', 'member'] as const;
const STATUS = ['granted', 'revoked'] as const;

/** What one of them consists of. */
export function useRecognitionSheet(): Sheet<RecognitionItem, Recognition> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    const level = LEVEL.map((value) => ({ value, label: t(`registry_recognitions.level.${value}`) }));
    const kind = KIND.map((value) => ({ value, label: t(`registry_recognitions.kind.${value}`) }));
    const recipient_type = RECIPIENT_TYPE.map((value) => ({
      value,
      label: t(`registry_recognitions.recipient_type.${value}`),
    }));
    const status = STATUS.map((value) => ({ value, label: t(`registry_recognitions.status.${value}`) }));
    return {
      calls: recognitions,
      create: 'registry_create_recognition',
      to: '/registry/recognitions',
      fields: [
        unit,
        {
          name: 'recipient',
          label: t('registry_recognitions.field.recipient'),
          kind: 'text',
          required: true,
          wide: true,
        },
        {
          name: 'title',
          label: t('registry_recognitions.field.title'),
          kind: 'text',
          required: true,
          wide: true,
        },
        {
          name: 'kind',
          label: t('registry_recognitions.field.kind'),
          kind: 'choice',
          options: kind,
          required: true,
        },
        {
          name: 'recipient_type',
          label: t('registry_recognitions.field.recipient_type'),
          kind: 'choice',
          options: recipient_type,
          required: true,
        },
        { name: 'level', label: t('registry_recognitions.field.level'), kind: 'choice', options: level },
        {
          name: 'giver',
          label: t('registry_recognitions.field.giver'),
          kind: 'text',
          required: true,
          wide: true,
        },
        {
          name: 'giver_unit_id',
          label: t('registry_recognitions.field.giver_unit_id'),
          kind: 'choice',
          options: names.units,
        },
        { name: 'presenter', label: t('registry_recognitions.field.presenter'), kind: 'text', wide: true },
        {
          name: 'recipient_unit_id',
          label: t('registry_recognitions.field.recipient_unit_id'),
          kind: 'choice',
          options: names.units,
        },
        {
          name: 'recipient_ngo_id',
          label: t('registry_recognitions.field.recipient_ngo_id'),
          kind: 'ngo',
          formOnly: true,
        },
        { name: 'decision_number', label: t('registry_recognitions.field.decision_number'), kind: 'text' },
        {
          name: 'decided',
          label: t('registry_recognitions.field.decided'),
          kind: 'imprecise',
          required: true,
        },
        {
          name: 'achievement',
          label: t('registry_recognitions.field.achievement'),
          kind: 'text',
          required: true,
          wide: true,
        },
        {
          name: 'period_from',
          label: t('registry_recognitions.field.period_from'),
          kind: 'day',
          required: true,
        },
        { name: 'period_to', label: t('registry_recognitions.field.period_to'), kind: 'day', required: true },
        ...known,
      ],
      columns: ['title', 'recipient_type', 'giver', 'decided'],
      optional: ['achievement', 'presenter', 'level', 'decision_number'],
      filters: [
        { key: 'unit', label: t('registry_recognitions.filter.unit'), kind: 'choice', options: names.codes },
        { key: 'kind', label: t('registry_recognitions.field.kind'), kind: 'choice', options: kind },
        {
          key: 'recipient_type',
          label: t('registry_recognitions.field.recipient_type'),
          kind: 'choice',
          options: recipient_type,
        },
        { key: 'level', label: t('registry_recognitions.field.level'), kind: 'choice', options: level },
        { key: 'status', label: t('registry_recognitions.filter.status'), kind: 'choice', options: status },
      ],
      sortable: 'decided',
      title: (record) => record.recipient,

      text: {
        title: t('registry_recognitions.title'),
        add: t('registry_recognitions.add'),
        search: t('registry_recognitions.search'),
        empty: t('registry_recognitions.empty'),
        empty_hint: t('registry_recognitions.empty_hint'),
        name: t('registry_recognitions.field.recipient'),
        done: (action) => t(`registry_recognitions.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
