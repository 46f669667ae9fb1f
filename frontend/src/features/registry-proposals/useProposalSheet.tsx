import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useNames } from '../../shared/ui/kept/useNames';
import { ProposalStatus } from './ProposalStatus';
import { type Proposal, type ProposalItem, proposals } from './proposals';

type Done = keyof typeof vi.registry_proposals.done;
const STATUS = ['open', 'accepted', 'declined', 'withdrawn'] as const;

/** What one of them consists of. */
export function useProposalSheet(): Sheet<ProposalItem, Proposal> {
  const { t } = useTranslation();
  const names = useNames();
  return useMemo(() => {
    const unit = { kind: 'choice', options: names.units } as const;
    return {
      calls: proposals,
      create: 'registry_create_proposal',
      isEnteredElsewhere: true,
      to: '/registry/proposals',
      fields: [
        { name: 'unit_id', label: t('registry_proposals.field.unit_id'), ...unit, wide: true },
        { name: 'steward_id', label: t('registry_proposals.field.steward_id'), ...unit, wide: true },
        { name: 'created_at', label: t('registry_proposals.field.created_at'), kind: 'day' },
        { name: 'source', label: t('kept.field.source'), kind: 'text' },
        { name: 'reason', label: t('action.reason'), kind: 'lines' },
        { name: 'answer', label: t('registry_proposals.field.answer'), kind: 'lines' },
      ],
      columns: ['unit_id', 'steward_id', 'created_at'],
      optional: ['source', 'answer'],
      filters: [
        {
          key: 'status',
          label: t('registry_proposals.filter.status'),
          kind: 'choice',
          options: STATUS.map((value) => ({ value, label: t(`registry_proposals.status.${value}`) })),
        },
        {
          key: 'steward',
          label: t('registry_proposals.field.steward_id'),
          kind: 'choice',
          options: names.codes,
        },
        { key: 'unit', label: t('registry_proposals.field.unit_id'), kind: 'choice', options: names.codes },
      ],
      sortable: 'created_at',
      title: (record) => ('ngo_name_vi' in record ? record.ngo_name_vi : t('registry_proposals.one')),
      badge: (record) => <ProposalStatus status={record.status} />,
      text: {
        title: t('registry_proposals.title'),
        add: t('registry_proposals.add'),
        search: t('registry_proposals.search'),
        empty: t('registry_proposals.empty'),
        empty_hint: t('registry_proposals.empty_hint'),
        name: t('kept.ngo'),
        done: (action) => t(`registry_proposals.done.${action as Done}`),
      },
    };
  }, [t, names]);
}
