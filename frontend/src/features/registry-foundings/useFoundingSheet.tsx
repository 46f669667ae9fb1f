import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { FoundingStatus } from './FoundingStatus';
import { type Founding, type FoundingItem, foundings } from './foundings';

type Done = keyof typeof vi.registry_foundings.done;
const STATUS = ['guided', 'dossier', 'founded', 'stopped'] as const;

/** What one of them consists of. */
export function useFoundingSheet(): Sheet<FoundingItem, Founding> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    const status = STATUS.map((value) => ({ value, label: t(`registry_foundings.status.${value}`) }));
    return {
      calls: foundings,
      create: 'registry_create_founding',
      to: '/registry/foundings',
      fields: [
        unit,
        {
          name: 'province_code',
          label: t('registry_foundings.field.province_code'),
          kind: 'choice',
          options: names.provinces,
          required: true,
        },
        {
          name: 'union_id',
          label: t('registry_foundings.field.union_id'),
          kind: 'choice',
          options: names.units,
        },
        { name: 'guided', label: t('registry_foundings.field.guided'), kind: 'imprecise', required: true },
        { name: 'dossier', label: t('registry_foundings.field.dossier'), kind: 'imprecise' },
        { name: 'congress', label: t('registry_foundings.field.congress'), kind: 'imprecise' },
        ...known,
      ],
      columns: ['guided', 'dossier', 'congress'],
      optional: ['union_id'],
      filters: [
        { key: 'status', label: t('registry_foundings.filter.status'), kind: 'choice', options: status },
        {
          key: 'province',
          label: t('registry_foundings.field.province_code'),
          kind: 'choice',
          options: names.provinces,
        },
        { key: 'as_of', label: t('registry_foundings.filter.as_of'), kind: 'date' },
      ],
      title: (record) =>
        names.provinces.find(({ value }) => value === record.province_code)?.label ?? record.province_code,
      badge: (record) => <FoundingStatus status={record.status} />,

      text: {
        title: t('registry_foundings.title'),
        add: t('registry_foundings.add'),
        search: t('registry_foundings.search'),
        empty: t('registry_foundings.empty'),
        empty_hint: t('registry_foundings.empty_hint'),
        name: t('registry_foundings.field.province_code'),
        done: (action) => t(`registry_foundings.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
