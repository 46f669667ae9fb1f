import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import type { Column } from '../../shared/ui/table/column';
import type { Entry } from './changes';
import { useWords } from './useWords';

type Narrow = (filter: { actor_id?: string; record_id?: string }) => void;

/** The columns of the log. A name and a record narrow the list to themselves. */
export function useChangeColumns(onOpen: (entry: Entry) => void, onNarrow: Narrow): Column<Entry>[] {
  const { t } = useTranslation();
  const words = useWords();
  return useMemo(
    () => [
      {
        id: 'what',
        header: t('changes.what'),
        primary: true,
        cell: (entry) => (
          <Anchor component="button" type="button" inherit ta="start" onClick={() => onOpen(entry)}>
            {`${words.action(entry.action)} · ${words.resource(entry.resource)}`}
          </Anchor>
        ),
      },
      {
        id: 'who',
        header: t('changes.who'),
        cell: ({ actor: { id, name } }) =>
          id ? (
            <Anchor
              component="button"
              type="button"
              inherit
              ta="start"
              onClick={() => onNarrow({ actor_id: id })}
            >
              {name}
            </Anchor>
          ) : (
            name
          ),
      },
      { id: 'when', header: t('changes.when'), cell: ({ at }) => formatDateTime(at) },
      {
        id: 'record',
        header: t('changes.record'),
        cell: ({ record_id }) => (
          <Anchor component="button" type="button" inherit ta="start" onClick={() => onNarrow({ record_id })}>
            {`…${record_id.slice(-12)}`}
          </Anchor>
        ),
      },
      { id: 'reason', header: t('action.reason'), cell: ({ reason }) => reason ?? '—' },
      { id: 'address', header: t('changes.address'), optional: true, cell: ({ address }) => address ?? '' },
      { id: 'request', header: t('changes.request'), optional: true, cell: ({ request_id }) => request_id },
      {
        id: 'operation',
        header: t('changes.operation'),
        optional: true,
        cell: ({ operation }) => operation,
      },
    ],
    [t, words, onOpen, onNarrow],
  );
}
