import { Code, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import type { Part } from './subject';

/** What the person's account did in one part, counted. */
export function Acts({ acts }: { acts: Part['acts'] }) {
  const { t } = useTranslation();
  if (acts.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing="xs" aria-label={t('subject_exports.acts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('subject_exports.acts')}</Table.Th>
            <Table.Th ta="end">{t('subject_exports.count')}</Table.Th>
            <Table.Th>{t('subject_exports.last')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {acts.map(({ operation, count, last_at }) => (
            <Table.Tr key={operation}>
              <Table.Td>
                <Code>{operation}</Code>
              </Table.Td>
              <Table.Td ta="end" className="tabular">
                {formatNumber(count)}
              </Table.Td>
              <Table.Td className="tabular">{formatDateTime(last_at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
