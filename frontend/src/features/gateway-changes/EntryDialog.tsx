import { Code, Modal, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatActingAs } from '../../shared/format/actingAs';
import { formatDateTime } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import type { Entry } from './changes';
import { useWords } from './useWords';

const shown = (value: unknown) =>
  value === null || value === undefined || value === ''
    ? '—'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** One entry whole: who, acting as what, why, and each field before and after. */
export function EntryDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const acting = entry.actor.acting_as.map(formatActingAs);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={`${words.action(entry.action)} · ${words.resource(entry.resource)}`}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <DefinitionList
          items={[
            { term: t('changes.who'), value: entry.actor.name },
            { term: t('changes.acting_as'), value: acting.join(', ') },
            { term: t('changes.when'), value: formatDateTime(entry.at) },
            { term: t('changes.version'), value: formatNumber(entry.version) },
            { term: t('changes.position'), value: entry.position && formatNumber(entry.position) },
            { term: t('changes.operation'), value: <Code>{entry.operation}</Code> },
            { term: t('changes.record'), value: <Code>{entry.record_id}</Code> },
            { term: t('changes.address'), value: entry.address ?? '–' },
            { term: t('changes.request'), value: <Code>{entry.request_id}</Code> },
            { term: t('action.reason'), value: entry.reason, wide: true },
          ]}
        />
        {entry.fields.length === 0 ? (
          <Text c="dimmed">{t('changes.no_fields')}</Text>
        ) : (
          <Table.ScrollContainer minWidth={520}>
            <Table verticalSpacing="sm" aria-label={t('changes.fields')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('changes.field')}</Table.Th>
                  <Table.Th>{t('changes.before')}</Table.Th>
                  <Table.Th>{t('changes.after')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {entry.fields.map(({ field, before, after }) => (
                  <Table.Tr key={field}>
                    <Table.Td>
                      <Code>{field}</Code>
                    </Table.Td>
                    <Table.Td>{shown(before)}</Table.Td>
                    <Table.Td>{shown(after)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Stack>
    </Modal>
  );
}
