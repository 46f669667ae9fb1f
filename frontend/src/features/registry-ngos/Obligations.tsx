import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { CardTable } from '../../shared/ui/CardTable';
import { StepButton } from '../../shared/ui/kept/StepButton';
import { OwedRule } from '../../shared/ui/owed/OwedRule';
import { OwedState } from '../../shared/ui/owed/OwedState';
import { obligations, owedByQuery } from '../../shared/ui/owed/owed';
import { TellOwed } from '../../shared/ui/owed/TellOwed';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import type { Ngo } from './ngos';

/** What this organisation owes after its grant, as far as one's unit follows it. */
export function Obligations({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const rules = (['NGO-26', 'NGO-27', 'NGO-30'] as const).map((value) => ({
    value,
    label: t(`registry_obligations.rule.${value}`),
  }));
  const add = ngo.allowed_actions?.includes('update') && (
    <StepButton
      label={t('registry_obligations.add')}
      consequence={t('registry_obligations.add_hint')}
      given={{ rule: 'NGO-30', since: today() }}
      fields={[
        {
          name: 'rule',
          label: t('registry_obligations.field.rule'),
          kind: 'choice',
          options: rules,
          required: true,
        },
        { name: 'since', label: t('registry_obligations.field.since'), kind: 'day', required: true },
        { name: 'note', label: t('registry_obligations.field.note'), kind: 'lines' },
      ]}
      run={(values) => obligations.create({ ...values, ngo_id: ngo.id }, crypto.randomUUID())}
    />
  );
  return (
    <Panel title={t('registry_obligations.title')} actions={add}>
      <QueryState query={useQuery(owedByQuery(ngo.id))}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('registry_obligations.empty')}</Text>
          ) : (
            <CardTable label={t('registry_obligations.title')}>
              {items.map((owed) => (
                <Table.Tr key={owed.id}>
                  <Table.Td>
                    <OwedRule owed={owed} />
                  </Table.Td>
                  <Table.Td>
                    <OwedState owed={owed} />
                  </Table.Td>
                  <Table.Td>
                    <TellOwed owed={owed} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </CardTable>
          )
        }
      </QueryState>
    </Panel>
  );
}
