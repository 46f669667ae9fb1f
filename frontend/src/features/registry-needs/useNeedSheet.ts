import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type Need, type NeedItem, needs } from './needs';

type Done = keyof typeof vi.registry_needs.done;

/** What one of them consists of. */
export function useNeedSheet(): Sheet<NeedItem, Need> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    return {
      calls: needs,
      create: 'registry_create_need',
      to: '/registry/needs',
      fields: [
        unit,
        {
          name: 'title_vi',
          label: t('registry_needs.field.title_vi'),
          kind: 'text',
          required: true,
          wide: true,
        },
        { name: 'title_en', label: t('registry_needs.field.title_en'), kind: 'text', wide: true },
        {
          name: 'province_code',
          label: t('registry_needs.field.province_code'),
          kind: 'choice',
          options: names.provinces,
          required: true,
        },
        {
          name: 'sectors',
          label: t('registry_needs.field.sectors'),
          kind: 'several',
          options: names.sectors,
        },
        { name: 'description', label: t('registry_needs.field.description'), kind: 'lines' },
        { name: 'beneficiaries', label: t('registry_needs.field.beneficiaries'), kind: 'number' },
        { name: 'open_from', label: t('registry_needs.field.open_from'), kind: 'day', required: true },
        { name: 'closed_on', label: t('registry_needs.field.closed_on'), kind: 'day' },
        { name: 'outcome', label: t('registry_needs.field.outcome'), kind: 'text', wide: true },
        ...known,
      ],
      columns: ['province_code', 'sectors', 'beneficiaries', 'open_from'],
      optional: ['closed_on', 'outcome'],
      filters: [
        { key: 'unit', label: t('kept.field.unit_id'), kind: 'choice', options: names.codes },
        {
          key: 'province',
          label: t('registry_needs.field.province_code'),
          kind: 'choice',
          options: names.provinces,
        },
        { key: 'sector', label: t('registry_needs.field.sectors'), kind: 'choice', options: names.sectors },
        { key: 'as_of', label: t('registry_needs.filter.as_of'), kind: 'date' },
      ],
      sortable: 'title',
      sortsByName: true,
      title: (record) => record.title_vi,

      text: {
        title: t('registry_needs.title'),
        add: t('registry_needs.add'),
        search: t('registry_needs.search'),
        empty: t('registry_needs.empty'),
        empty_hint: t('registry_needs.empty_hint'),
        name: t('registry_needs.field.title_vi'),
        done: (action) => t(`registry_needs.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
