import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import { useNgoLabels } from '../../shared/ui/kept/useNgoLabels';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { Timeline } from '../../shared/ui/record/Timeline';
import { ngoHistoryQuery } from './ngos';

type Done = keyof typeof vi.registry_ngos.done;

export function NgoHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const labels = useNgoLabels();
  return (
    <Panel title={t('registry_ngos.tab.history')}>
      <QueryState query={useQuery(ngoHistoryQuery(id))}>
        {({ items }) => (
          <Timeline
            entries={items}
            labels={labels}
            actionText={(action) => t(`registry_ngos.done.${action as Done}`)}
          />
        )}
      </QueryState>
    </Panel>
  );
}
