import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../shared/ui/onDemand';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import { changesQuery, type Entry, LOGS, logOf } from './changes';
import type { ChangeSearch } from './search';
import { useChangeColumns } from './useChangeColumns';
import { useChangeFilters } from './useChangeFilters';

const EntryDialog = onDemand(() => import('./EntryDialog').then((m) => m.EntryDialog));

const route = getRouteApi('/shell/gateway/changes');

/** Who did what, when and why, in each part of the house. */
export function ChangeList() {
  const { t } = useTranslation();
  const search: ChangeSearch = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<Entry | null>(null);
  const change = useCallback(
    (next: Record<string, string | undefined>) =>
      void navigate({ search: (before: ChangeSearch) => ({ ...before, ...next }), replace: true }),
    [navigate],
  );
  const list = useList(useInfiniteQuery(changesQuery(search)));
  const name = list.rows.find(({ actor }) => actor.id === search.actor_id)?.actor.name;
  const columns = useChangeColumns(setOpened, change);
  const filters = useChangeFilters(search, name);
  return (
    <ListScreen
      name="gateway-changes"
      text={{
        title: t('changes.title'),
        lead: t('changes.lead'),
        search: t('changes.search'),
        empty: t('changes.empty'),
        empty_hint: t('changes.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      actions={
        <Select
          aria-label={t('changes.log_title')}
          allowDeselect={false}
          data={LOGS.map((value) => ({ value, label: t(`changes.log.${value}`) }))}
          value={logOf(search)}
          // another log has other kinds of records, so those filters would find nothing there
          onChange={(log) => change({ log: log ?? undefined, resource: undefined, action: undefined })}
        />
      }
    >
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </ListScreen>
  );
}
