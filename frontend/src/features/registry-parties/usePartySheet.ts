import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type Party, type PartyItem, parties } from './parties';

type Done = keyof typeof vi.registry_parties.done;
const KIND = [
  'consulate',
  'embassy',
  'peoples_organisation',
  'overseas_association',
  'firm',
  'international_organisation',
  'authority',
  'institution',
] as const;

/** What one of them consists of. */
export function usePartySheet(): Sheet<PartyItem, Party> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    const kind = KIND.map((value) => ({ value, label: t(`registry_parties.kind.${value}`) }));
    return {
      calls: parties,
      create: 'registry_create_party',
      to: '/registry/parties',
      fields: [
        unit,
        {
          name: 'name_vi',
          label: t('registry_parties.field.name_vi'),
          kind: 'text',
          required: true,
          wide: true,
        },
        { name: 'name_en', label: t('registry_parties.field.name_en'), kind: 'text', wide: true },
        { name: 'short_name', label: t('registry_parties.field.short_name'), kind: 'text' },
        {
          name: 'kind',
          label: t('registry_parties.field.kind'),
          kind: 'choice',
          options: kind,
          required: true,
        },
        {
          name: 'country',
          label: t('registry_parties.field.country'),
          kind: 'choice',
          options: names.countries,
        },
        {
          name: 'province_code',
          label: t('registry_parties.field.province_code'),
          kind: 'choice',
          options: names.provinces,
        },
        { name: 'address', label: t('registry_parties.field.address'), kind: 'text', wide: true },
        { name: 'phone', label: t('registry_parties.field.phone'), kind: 'text' },
        { name: 'email', label: t('registry_parties.field.email'), kind: 'text' },
        { name: 'website', label: t('registry_parties.field.website'), kind: 'text', wide: true },
        ...known,
      ],
      columns: ['kind', 'country', 'province_code'],
      optional: ['phone', 'email'],
      filters: [
        { key: 'unit', label: t('kept.field.unit_id'), kind: 'choice', options: names.codes },
        { key: 'kind', label: t('registry_parties.field.kind'), kind: 'choice', options: kind },
        {
          key: 'country',
          label: t('registry_parties.field.country'),
          kind: 'choice',
          options: names.countries,
        },
      ],
      sortable: 'name',
      sortsByName: true,
      title: (record) => record.name_vi,

      text: {
        title: t('registry_parties.title'),
        add: t('registry_parties.add'),
        search: t('registry_parties.search'),
        empty: t('registry_parties.empty'),
        empty_hint: t('registry_parties.empty_hint'),
        name: t('registry_parties.field.name_vi'),
        done: (action) => t(`registry_parties.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
