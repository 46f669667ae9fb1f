import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { useNames } from '../../shared/ui/kept/useNames';
import { useNgoLabels } from '../../shared/ui/kept/useNgoLabels';
import { QueryState } from '../../shared/ui/QueryState';
import { LinkedLines } from './LinkedLines';
import type { Ngo } from './ngos';
import { proposalsQuery } from './proposals';

/** What other units propose to change here, and what became of it. */
export function Proposals({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const labels = useNgoLabels();
  const { units } = useNames();
  const called = (id: string) => units.find(({ value }) => value === id)?.label ?? id;
  // who may change the record itself has nobody to propose it to
  const mayPropose = !ngo.allowed_actions?.includes('update') && !ngo.merged_into;
  return (
    <QueryState query={useQuery(proposalsQuery(ngo.id))}>
      {({ items }) => (
        <LinkedLines
          title={t('registry_ngos.tab.proposals')}
          to="/registry/proposals"
          {...(mayPropose && {
            add: {
              label: t('registry_ngos.propose'),
              to: `/registry/ngos/${ngo.id}/propose`,
              create: 'registry_create_proposal' as const,
            },
          })}
          heads={[
            t('registry_proposals.field.fields'),
            t('registry_proposals.field.unit_id'),
            t('registry_proposals.field.created_at'),
            t('registry_proposals.filter.status'),
          ]}
          lines={items.map((one) => [
            one.id,
            one.changes.map(({ field }) => labels[field]?.label ?? field).join(', '),
            called(one.unit_id),
            formatDate(one.created_at),
            t(`registry_proposals.status.${one.status}`),
          ])}
        />
      )}
    </QueryState>
  );
}
