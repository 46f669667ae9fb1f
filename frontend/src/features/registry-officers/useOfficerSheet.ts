import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type Officer, type OfficerItem, officers } from './officers';

type Done = keyof typeof vi.registry_officers.done;
const POST = [
  'chair',
  'deputy_chair_in_charge',
  'standing_deputy_chair',
  'deputy_chair',
  'secretary_general',
  'standing_member',
  'presidium_member',
  'inspection_head',
  'editor',
  'other',
] as const;

/** What one of them consists of. */
export function useOfficerSheet(): Sheet<OfficerItem, Officer> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    const post = POST.map((value) => ({ value, label: t(`registry_officers.post.${value}`) }));
    return {
      calls: officers,
      create: 'registry_create_officer',
      to: '/registry/officers',
      fields: [
        unit,
        {
          name: 'person',
          label: t('registry_officers.field.person'),
          kind: 'text',
          required: true,
          wide: true,
        },
        {
          name: 'post',
          label: t('registry_officers.field.post'),
          kind: 'choice',
          options: post,
          required: true,
        },
        {
          name: 'title',
          label: t('registry_officers.field.title'),
          kind: 'text',
          required: true,
          wide: true,
        },
        { name: 'concurrent', label: t('registry_officers.field.concurrent'), kind: 'list' },
        { name: 'starts', label: t('registry_officers.field.starts'), kind: 'imprecise' },
        { name: 'ends', label: t('registry_officers.field.ends'), kind: 'imprecise' },
        { name: 'known_on', label: t('registry_officers.field.known_on'), kind: 'day' },
        { name: 'appointment', label: t('registry_officers.field.appointment'), kind: 'text', wide: true },
        ...known,
      ],
      columns: ['post', 'unit_id', 'starts', 'known_on'],
      optional: ['title', 'concurrent', 'ends', 'appointment'],
      filters: [
        { key: 'unit', label: t('kept.field.unit_id'), kind: 'choice', options: names.codes },
        { key: 'post', label: t('registry_officers.field.post'), kind: 'choice', options: post },
        { key: 'as_of', label: t('registry_officers.filter.as_of'), kind: 'date' },
      ],
      sortable: 'person',
      sortsByName: true,
      title: (record) => record.person,

      text: {
        title: t('registry_officers.title'),
        add: t('registry_officers.add'),
        search: t('registry_officers.search'),
        empty: t('registry_officers.empty'),
        empty_hint: t('registry_officers.empty_hint'),
        name: t('registry_officers.field.person'),
        done: (action) => t(`registry_officers.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
