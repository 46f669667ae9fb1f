import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { Timeline } from '../../shared/ui/record/Timeline';
import { procedureHistoryQuery } from './procedure';
import type { Status, StepName } from './words';

const DAYS = ['step_due_on', 'overall_due_on', 'accepted_on', 'closed_on', 'ends_on'] as const;

/** Who recorded what, when and why. */
export function ProcedureHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const labels = {
    ...Object.fromEntries(
      DAYS.map((name) => [
        name,
        {
          label: t(`registry_procedures.field.${name}`),
          show: (day: unknown) => (day ? formatDate(String(day)) : '—'),
        },
      ]),
    ),
    note: { label: t('registry_procedures.field.note') },
    status: {
      label: t('registry_procedures.field.status'),
      show: (value: unknown) => t(`registry_procedures.status.${value as Status}`),
    },
  };
  return (
    <Panel title={t('registry_procedures.tab.history')}>
      <QueryState query={useQuery(procedureHistoryQuery(id))}>
        {({ items }) => (
          <Timeline
            entries={items}
            labels={labels}
            actionText={(action) => t(`registry_procedures.act.${action as StepName}`)}
          />
        )}
      </QueryState>
    </Panel>
  );
}
