import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { CardTable } from '../../shared/ui/CardTable';
import { DateText } from '../../shared/ui/DateText';
import { Deadline } from '../../shared/ui/Deadline';
import { type Clock, daysLeftQuery, type Procedure } from './procedure';
import { Unverified } from './Unverified';

const HEADS = ['clock', 'actor', 'since', 'due_on', 'left', 'basis'] as const;

/** What runs now, since when, until when, and under which article. */
export function Clocks({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  if (procedure.is_stopped && procedure.clocks.every(({ scope }) => scope === 'expiry'))
    return <p>{t('registry_procedures.stopped')}</p>;
  if (procedure.clocks.length === 0) return <p>{t('registry_procedures.no_clock')}</p>;
  return (
    <CardTable heads={HEADS.map((name) => t(`registry_procedures.field.${name}`))}>
      {procedure.clocks.map((clock) => (
        <Row key={clock.scope} clock={clock} />
      ))}
    </CardTable>
  );
}

function Row({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const head = (name: (typeof HEADS)[number]) => t(`registry_procedures.field.${name}`);
  const left = useQuery(daysLeftQuery(today(), clock.due_on)).data?.count;
  return (
    <Table.Tr>
      <Table.Td>
        {t(`registry_procedures.clock.${clock.scope}`)}{' '}
        {t(`registry_procedures.unit.${clock.unit}`, { count: clock.value })}
      </Table.Td>
      <Table.Td data-label={head('actor')}>
        {t(`registry_procedures.actor.${clock.actor as 'comingo'}`)}
      </Table.Td>
      <Table.Td data-label={head('since')}>
        <DateText value={clock.since} />
      </Table.Td>
      <Table.Td data-label={head('due_on')}>
        <DateText value={clock.due_on} />
      </Table.Td>
      <Table.Td data-label={head('left')}>
        {typeof left === 'number' && (
          <Deadline due={clock.due_on} workingDaysLeft={left} basis={clock.basis} />
        )}
      </Table.Td>
      <Table.Td data-label={head('basis')}>
        {clock.basis} <Unverified isVerified={clock.verified} />
      </Table.Td>
    </Table.Tr>
  );
}
