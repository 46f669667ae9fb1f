import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { DateText } from '../../shared/ui/DateText';
import { Deadline } from '../../shared/ui/Deadline';
import { type Clock, daysLeftQuery, type Procedure } from './procedure';
import { Unverified } from './Unverified';

/** What runs now, since when, until when, and under which article. */
export function Clocks({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  if (procedure.is_stopped && procedure.clocks.every(({ scope }) => scope === 'expiry'))
    return <p>{t('registry_procedures.stopped')}</p>;
  if (procedure.clocks.length === 0) return <p>{t('registry_procedures.no_clock')}</p>;
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {(['clock', 'actor', 'since', 'due_on', 'left', 'basis'] as const).map((name) => (
              <Table.Th key={name}>{t(`registry_procedures.field.${name}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {procedure.clocks.map((clock) => (
            <Row key={clock.scope} clock={clock} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const left = useQuery(daysLeftQuery(today(), clock.due_on)).data?.count;
  return (
    <Table.Tr>
      <Table.Td>
        {t(`registry_procedures.clock.${clock.scope}`)}{' '}
        {t(`registry_procedures.unit.${clock.unit}`, { count: clock.value })}
      </Table.Td>
      <Table.Td>{t(`registry_procedures.actor.${clock.actor as 'comingo'}`)}</Table.Td>
      <Table.Td>
        <DateText value={clock.since} />
      </Table.Td>
      <Table.Td>
        <DateText value={clock.due_on} />
      </Table.Td>
      <Table.Td>
        {typeof left === 'number' && (
          <Deadline due={clock.due_on} workingDaysLeft={left} basis={clock.basis} />
        )}
      </Table.Td>
      <Table.Td>
        {clock.basis} <Unverified isVerified={clock.verified} />
      </Table.Td>
    </Table.Tr>
  );
}
