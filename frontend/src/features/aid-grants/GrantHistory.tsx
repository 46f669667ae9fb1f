import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { formatMoney, type Money } from '../../shared/format/money';
import type vi from '../../shared/i18n/vi.json';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { Timeline } from '../../shared/ui/record/Timeline';
import { grantHistoryQuery } from './grant';
import type { Status } from './words';

type Action = keyof typeof vi.aid_grants.done;

const TEXTS = ['title_vi', 'title_en', 'donor_name', 'recipient_name', 'managing_agency'] as const;
const LONG = ['authority', 'purpose', 'opinion', 'decision_number', 'reason'] as const;
const DAYS = ['starts_on', 'ends_on', 'submitted_on', 'appraised_on', 'approved_on'] as const;
type Field = (typeof TEXTS | typeof LONG | typeof DAYS)[number] | 'amount' | 'provinces' | 'status';
const money = (value: unknown) => formatMoney(value as Money);
const list = (value: unknown) => (value as string[]).join(', ');

/** Who did what to the dossier, when and why. */
export function GrantHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const label = (name: Field) => t(`aid_grants.field.${name}`);
  const labels = {
    ...Object.fromEntries([...TEXTS, ...LONG].map((name) => [name, { label: label(name) }])),
    ...Object.fromEntries(
      DAYS.map((name) => [name, { label: label(name), show: (day: unknown) => formatDate(String(day)) }]),
    ),
    amount: { label: label('amount'), show: money },
    provinces: { label: label('provinces'), show: list },
    status: {
      label: label('status'),
      show: (value: unknown) => t(`aid_grants.status.${value as Status}`),
    },
  };
  return (
    <Panel title={t('aid_grants.tab.history')}>
      <QueryState query={useQuery(grantHistoryQuery(id))}>
        {({ items }) => (
          <Timeline
            entries={items}
            labels={labels}
            actionText={(action) => t(`aid_grants.done.${action as Action}`)}
          />
        )}
      </QueryState>
    </Panel>
  );
}
