import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { May } from '../../shared/ui/May';
import { onDemand } from '../../shared/ui/onDemand';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { yearQuery } from './days';
import { Marks } from './Marks';
import { Moved } from './Moved';

const AddDay = onDemand(() => import('./AddDay').then((m) => m.AddDay));
const route = getRouteApi('/shell/registry/working-days');

/** The calendar by which deadlines are counted: a year's days off, and what was moved. */
export function WorkingDays() {
  const { t } = useTranslation();
  const year = route.useSearch().year ?? Number(today().slice(0, 4));
  const navigate = route.useNavigate();
  const [isAdding, setIsAdding] = useState(false);
  const show = (next: number) => void navigate({ search: { year: next }, replace: true });
  return (
    <>
      <PageHeader
        title={t('registry_working_days.title', { year: String(year) })}
        lead={t('registry_working_days.lead')}
        actions={
          <Group gap="xs">
            <Button variant="default" onClick={() => show(year - 1)}>
              {year - 1}
            </Button>
            <Button variant="default" onClick={() => show(year + 1)}>
              {year + 1}
            </Button>
            <May do="registry_create_day_exception">
              <Button onClick={() => setIsAdding(true)}>{t('registry_working_days.add')}</Button>
            </May>
          </Group>
        }
      />
      <Stack>
        <Panel title={t('registry_working_days.moved')}>
          <Moved year={year} />
        </Panel>
        <Panel title={t('registry_working_days.all')}>
          <QueryState query={useQuery(yearQuery(year))}>
            {(found) => (
              <>
                <p>{t('registry_working_days.count', { count: found.working_days })}</p>
                <Marks marks={found.marks} />
              </>
            )}
          </QueryState>
        </Panel>
      </Stack>
      {isAdding && <AddDay onClose={() => setIsAdding(false)} />}
    </>
  );
}
