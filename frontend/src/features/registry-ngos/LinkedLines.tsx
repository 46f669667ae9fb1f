import { Button, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../shared/ui/CardTable';
import { May, type Operation } from '../../shared/ui/May';
import { Panel } from '../../shared/ui/Panel';

type Line = readonly [id: string, name: string, ...cells: (string | null | undefined)[]];
type Props = {
  title: string;
  /** Where a line's record is. */
  to: string;
  add?: { label: string; to: string; create: Operation };
  heads: readonly string[];
  lines: readonly Line[];
};

/** What hangs on the organisation, each with its way to the record. */
export function LinkedLines({ title, to, add, heads, lines }: Props) {
  const { t } = useTranslation();
  return (
    <Panel
      title={title}
      actions={
        add && (
          <May do={add.create}>
            <Button variant="default" component={Link} to={add.to}>
              {add.label}
            </Button>
          </May>
        )
      }
    >
      {lines.length === 0 ? (
        <Text>{t('registry_ngos.people.none')}</Text>
      ) : (
        <CardTable heads={heads}>
          {lines.map(([id, name, ...cells]) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Link to={`${to}/${id}` as never}>{name}</Link>
              </Table.Td>
              {cells.map((cell, place) => (
                <Table.Td key={heads[place + 1]} data-label={heads[place + 1]}>
                  {cell ?? '—'}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </CardTable>
      )}
    </Panel>
  );
}
