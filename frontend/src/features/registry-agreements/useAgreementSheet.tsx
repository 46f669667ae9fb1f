import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type Agreement, type AgreementItem, agreements } from './agreements';
import { StandingBadge } from './StandingBadge';

type Done = keyof typeof vi.registry_agreements.done;
const KIND = ['coordination', 'memorandum', 'plan'] as const;
const WITHIN = ['30', '90', '365'] as const;

/** What one of them consists of. */
export function useAgreementSheet(): Sheet<AgreementItem, Agreement> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    const kind = KIND.map((value) => ({ value, label: t(`registry_agreements.kind.${value}`) }));
    const within = WITHIN.map((value) => ({ value, label: t(`registry_agreements.within.${value}`) }));
    return {
      calls: agreements,
      create: 'registry_create_agreement',
      to: '/registry/agreements',
      fields: [
        unit,
        {
          name: 'title_vi',
          label: t('registry_agreements.field.title_vi'),
          kind: 'text',
          required: true,
          wide: true,
        },
        { name: 'title_en', label: t('registry_agreements.field.title_en'), kind: 'text', wide: true },
        {
          name: 'kind',
          label: t('registry_agreements.field.kind'),
          kind: 'choice',
          options: kind,
          required: true,
        },
        {
          name: 'sides',
          label: t('registry_agreements.field.sides'),
          kind: 'several',
          formOnly: true,
          options: names.units,
        },
        { name: 'others', label: t('registry_agreements.field.others'), kind: 'list', formOnly: true },
        { name: 'starts', label: t('registry_agreements.field.starts'), kind: 'imprecise', required: true },
        { name: 'ends', label: t('registry_agreements.field.ends'), kind: 'imprecise', required: true },
        { name: 'signed', label: t('registry_agreements.field.signed'), kind: 'imprecise' },
        { name: 'ended_on', label: t('registry_agreements.field.ended_on'), kind: 'day' },
        {
          name: 'clause_lines',
          label: t('registry_agreements.field.clause_lines'),
          kind: 'list',
          formOnly: true,
        },
        ...known,
      ],
      columns: ['kind', 'starts', 'ends'],
      optional: ['signed'],
      filters: [
        { key: 'unit', label: t('registry_agreements.filter.unit'), kind: 'choice', options: names.codes },
        { key: 'kind', label: t('registry_agreements.field.kind'), kind: 'choice', options: kind },
        { key: 'as_of', label: t('registry_agreements.filter.as_of'), kind: 'date' },
        {
          key: 'expiring_within',
          label: t('registry_agreements.filter.expiring_within'),
          kind: 'choice',
          options: within,
        },
      ],
      sortable: 'starts',
      title: (record) => record.title_vi,
      badge: (record) => <StandingBadge agreement={record} />,

      text: {
        title: t('registry_agreements.title'),
        add: t('registry_agreements.add'),
        search: t('registry_agreements.search'),
        empty: t('registry_agreements.empty'),
        empty_hint: t('registry_agreements.empty_hint'),
        name: t('registry_agreements.field.title_vi'),
        done: (action) => t(`registry_agreements.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
