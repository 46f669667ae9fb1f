import { Button, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../shared/ui/CardTable';
import { DateText } from '../../shared/ui/DateText';
import { Panel } from '../../shared/ui/Panel';

type Spell = { valid_from?: string | null; valid_to?: string | null; source?: string | null };
type Row = Spell & { key: string; what: string; kind: string };

type Props = {
  title: string;
  empty: string;
  columns: readonly [string, string];
  rows: readonly Row[];
  onRemove: ((place: number) => void) | undefined;
  actions: ReactNode;
};

/** Names or numbers with the days they held and who says so. */
export function EntryTable({ title, empty, columns, rows, onRemove, actions }: Props) {
  const { t } = useTranslation();
  const heads = [
    ...columns,
    t('registry_ngos.entry.valid_from'),
    t('registry_ngos.entry.valid_to'),
    t('registry_ngos.entry.source'),
  ];
  return (
    <Panel title={title} actions={actions}>
      {rows.length === 0 ? (
        <Text>{empty}</Text>
      ) : (
        <CardTable heads={onRemove ? [...heads, t('registry_ngos.entry.remove')] : heads}>
          {rows.map((row, place) => (
            <Table.Tr key={row.key}>
              <Table.Td>{row.what}</Table.Td>
              <Table.Td data-label={heads[1]}>{row.kind}</Table.Td>
              <Table.Td data-label={heads[2]}>
                {row.valid_from ? <DateText value={row.valid_from} /> : '—'}
              </Table.Td>
              <Table.Td data-label={heads[3]}>
                {row.valid_to ? <DateText value={row.valid_to} /> : '—'}
              </Table.Td>
              <Table.Td data-label={heads[4]}>{row.source ?? '—'}</Table.Td>
              {onRemove && (
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`${t('registry_ngos.entry.remove')}: ${row.what}`}
                    onClick={() => onRemove(place)}
                  >
                    {t('registry_ngos.entry.remove')}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </CardTable>
      )}
    </Panel>
  );
}
