import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Deadline } from '../../shared/ui/Deadline';
import { Panel } from '../../shared/ui/Panel';
import { deadlinesOfQuery, type Ngo } from './ngos';

/** What runs out and what is due for this organisation, as far as one's unit follows it. */
export function Clocks({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const items = useQuery(deadlinesOfQuery(ngo.id)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('registry_deadlines.title')}>
      <List spacing={8} size="sm">
        {items.map((one) => (
          <List.Item key={one.id}>
            {one.procedure_id && one.procedure_kind ? (
              <Link to="/registry/procedures/$procedureId" params={{ procedureId: one.procedure_id }}>
                {t(`registry_procedures.kind.${one.procedure_kind}`)}:{' '}
                {t(`registry_deadlines.what.${one.what}`)}
              </Link>
            ) : (
              t(one.rule ? `registry_obligations.rule.${one.rule}` : `registry_deadlines.what.${one.what}`)
            )}
            {one.certificate_number && ` (${one.certificate_number})`}{' '}
            <Deadline due={one.due_on} workingDaysLeft={one.working_days_left} />
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
