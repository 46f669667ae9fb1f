import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../shared/ui/CardTable';
import { DateText } from '../../shared/ui/DateText';
import { Panel } from '../../shared/ui/Panel';
import { StatusBadge, type Tone } from '../../shared/ui/StatusBadge';
import type { Procedure } from './procedure';
import type { Stance } from './steps';

const TONE: Record<Stance, Tone> = {
  agree: 'good',
  conditional: 'progress',
  disagree: 'bad',
  no_reply: 'neutral',
};

const HEADS = ['body', 'asked_on', 'due_on', 'replied_on', 'stance'] as const;

/** The bodies that were asked, and what each replied; silence is recorded as such. */
export function Opinions({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  const head = (name: (typeof HEADS)[number]) => t(`registry_procedures.field.${name}`);
  return (
    <Panel title={t('registry_procedures.opinions')}>
      <CardTable heads={HEADS.map(head)}>
        {procedure.opinions.map((opinion) => (
          <Table.Tr key={opinion.body}>
            <Table.Td>
              {opinion.body}
              {opinion.note && <div>{opinion.note}</div>}
            </Table.Td>
            <Table.Td data-label={head('asked_on')}>
              <DateText value={opinion.asked_on} />
            </Table.Td>
            <Table.Td data-label={head('due_on')}>
              <DateText value={opinion.due_on} />
            </Table.Td>
            <Table.Td data-label={head('replied_on')}>
              <DateText value={opinion.replied_on} />
            </Table.Td>
            <Table.Td data-label={head('stance')}>
              {opinion.stance ? (
                <StatusBadge
                  tone={TONE[opinion.stance as Stance]}
                  label={t(`registry_procedures.stance.${opinion.stance as Stance}`)}
                />
              ) : (
                t('registry_procedures.awaited')
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </CardTable>
    </Panel>
  );
}
