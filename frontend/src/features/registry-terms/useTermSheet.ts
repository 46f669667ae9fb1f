import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { roman } from '../../shared/format/roman';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type Term, type TermItem, terms } from './terms';

type Done = keyof typeof vi.registry_terms.done;

/** What one of them consists of. */
export function useTermSheet(): Sheet<TermItem, Term> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(() => {
    return {
      calls: terms,
      create: 'registry_create_term',
      to: '/registry/terms',
      fields: [
        unit,
        { name: 'ordinal', label: t('registry_terms.field.ordinal'), kind: 'number', required: true },
        { name: 'starts', label: t('registry_terms.field.starts'), kind: 'imprecise', required: true },
        { name: 'ends', label: t('registry_terms.field.ends'), kind: 'imprecise', required: true },
        { name: 'congress_ordinal', label: t('registry_terms.field.congress_ordinal'), kind: 'number' },
        { name: 'congress_planned', label: t('registry_terms.field.congress_planned'), kind: 'imprecise' },
        { name: 'congress_held', label: t('registry_terms.field.congress_held'), kind: 'imprecise' },
        { name: 'statute', label: t('registry_terms.field.statute'), kind: 'text', wide: true },
        ...known,
      ],
      columns: ['unit_id', 'starts', 'ends', 'congress_planned', 'congress_held'],
      optional: ['statute'],
      filters: [
        { key: 'unit', label: t('kept.field.unit_id'), kind: 'choice', options: names.codes },
        { key: 'as_of', label: t('registry_terms.filter.as_of'), kind: 'date' },
      ],
      sortable: 'starts',
      title: (record) => t('registry_terms.name', { ordinal: roman(record.ordinal) }),

      text: {
        title: t('registry_terms.title'),
        add: t('registry_terms.add'),
        search: t('registry_terms.search'),
        empty: t('registry_terms.empty'),
        empty_hint: t('registry_terms.empty_hint'),
        name: t('registry_terms.field.ordinal'),
        done: (action) => t(`registry_terms.done.${action as Done}`),
      },
    };
  }, [t, names, unit, known]);
}
