import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type Representative, type RepresentativeItem, representatives } from './representatives';

type Done = keyof typeof vi.registry_representatives.done;
const POST = ['representative', 'office_head', 'deputy', 'project_head', 'contact_person', 'other'] as const;
const PAPER = ['passport', 'citizen_card', 'identity_card'] as const;

/** What one of them consists of. The number of a paper is asked for and never shown. */
export function useRepresentativeSheet(): Sheet<RepresentativeItem, Representative> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    const post = POST.map((value) => ({ value, label: t(`registry_representatives.post.${value}`) }));
    const paper = PAPER.map((value) => ({ value, label: t(`registry_representatives.paper.${value}`) }));
    return {
      calls: representatives,
      create: 'registry_create_representative',
      isEnteredElsewhere: true,
      to: '/registry/representatives',
      fields: [
        unit,
        {
          name: 'person',
          label: t('registry_representatives.field.person'),
          kind: 'text',
          required: true,
          wide: true,
        },
        {
          name: 'post',
          label: t('registry_representatives.field.post'),
          kind: 'choice',
          options: post,
          required: true,
        },
        { name: 'title', label: t('registry_representatives.field.title'), kind: 'text', wide: true },
        {
          name: 'nationality',
          label: t('registry_representatives.field.nationality'),
          kind: 'choice',
          options: names.countries,
        },
        { name: 'phone', label: t('registry_representatives.field.phone'), kind: 'text' },
        { name: 'email', label: t('registry_representatives.field.email'), kind: 'text', wide: true },
        {
          name: 'paper_kind',
          label: t('registry_representatives.field.paper_kind'),
          kind: 'choice',
          options: paper,
        },
        {
          name: 'paper_masked',
          label: t('registry_representatives.field.paper_number'),
          kind: 'text',
          shownOnly: true,
        },
        {
          name: 'paper_number',
          label: t('registry_representatives.field.paper_number'),
          hint: t('registry_representatives.paper_hint'),
          kind: 'text',
          formOnly: true,
        },
        { name: 'starts', label: t('registry_representatives.field.starts'), kind: 'imprecise' },
        { name: 'ends', label: t('registry_representatives.field.ends'), kind: 'imprecise' },
        { name: 'known_on', label: t('registry_representatives.field.known_on'), kind: 'day' },
        {
          name: 'appointment',
          label: t('registry_representatives.field.appointment'),
          kind: 'text',
          wide: true,
        },
        { name: 'ngo_name_vi', label: t('kept.ngo'), kind: 'text', listOnly: true },
        ...known,
      ],
      columns: ['ngo_name_vi', 'post', 'starts', 'ends'],
      optional: ['title', 'nationality', 'known_on', 'paper_kind', 'unit_id'],
      filters: [
        { key: 'unit', label: t('kept.field.unit_id'), kind: 'choice', options: names.codes },
        { key: 'post', label: t('registry_representatives.field.post'), kind: 'choice', options: post },
        { key: 'as_of', label: t('registry_representatives.filter.as_of'), kind: 'date' },
      ],
      sortable: 'person',
      sortsByName: true,
      title: (record) => record.person,

      text: {
        title: t('registry_representatives.title'),
        add: t('registry_representatives.add'),
        search: t('registry_representatives.search'),
        empty: t('registry_representatives.empty'),
        empty_hint: t('kept.entered_at_ngo'),
        name: t('registry_representatives.field.person'),
        done: (action) => t(`registry_representatives.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
