import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../shared/ui/table/filter';
import { KINDS, logOf } from './changes';
import type { ChangeSearch } from './search';
import { useWords } from './useWords';
import { ACTIONS, RESOURCES } from './words';

/** What narrows the log. A person, a record or a request is chosen in the list and taken back here. */
export function useChangeFilters(search: ChangeSearch, actorName: string | undefined): Filter[] {
  const { t } = useTranslation();
  const words = useWords();
  const log = logOf(search);
  const { actor_id, record_id, request_id } = search;
  return useMemo(() => {
    const chosen = (key: string, label: string, value: string | undefined, text = value): Filter[] =>
      value ? [{ key, label, kind: 'choice', options: [{ value, label: text ?? value }] }] : [];
    return [
      { key: 'at_from', label: t('changes.from'), kind: 'date' },
      { key: 'at_to', label: t('changes.to'), kind: 'date' },
      {
        key: 'resource',
        label: t('changes.resource_title'),
        kind: 'choice',
        options: RESOURCES[log].map((value) => ({ value, label: words.resource(value) })),
      },
      {
        key: 'action',
        label: t('changes.action_title'),
        kind: 'choice',
        options: ACTIONS[log].map((value) => ({ value, label: words.action(value) })),
      },
      {
        key: 'actor_kind',
        label: t('changes.kind_title'),
        kind: 'choice',
        options: KINDS.map((value) => ({ value, label: t(`changes.kind.${value}`) })),
      },
      ...chosen('actor_id', t('changes.who'), actor_id, actorName),
      ...chosen('record_id', t('changes.record'), record_id),
      ...chosen('request_id', t('changes.request'), request_id),
    ];
  }, [t, words, log, actor_id, record_id, request_id, actorName]);
}
