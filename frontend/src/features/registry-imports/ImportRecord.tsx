import { Alert, Tabs } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import { EmptyState } from '../../shared/ui/EmptyState';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { DataTable } from '../../shared/ui/table/DataTable';
import { ListPage } from '../../shared/ui/table/ListPage';
import { useColumns } from '../../shared/ui/table/useColumns';
import { useList } from '../../shared/ui/table/useList';
import { ImportActions } from './ImportActions';
import { type Import, importQuery, rowsQuery, type Status, tone } from './imports';
import { OUTCOMES, type Outcome } from './search';
import { useResult } from './useResult';
import { useRowColumns } from './useRowColumns';

const route = getRouteApi('/shell/registry/imports/$importId');

/** One list: what it would do or did, row by row, and the choice to enter it. */
export function ImportRecord() {
  const { importId } = route.useParams();
  return (
    <QueryState query={useQuery(importQuery(importId))}>{(record) => <Checked record={record} />}</QueryState>
  );
}

function Checked({ record }: { record: Import }) {
  const { t, i18n } = useTranslation();
  const { outcome } = route.useSearch();
  const navigate = route.useNavigate();
  const result = useResult(record);
  const columns = useRowColumns();
  const { visibility } = useColumns('registry-import-rows', columns);
  const list = useList(useInfiniteQuery(rowsQuery(record.id, outcome)));
  const open = (next: string | null) =>
    void navigate({ search: next && next !== 'all' ? { outcome: next as Outcome } : {}, replace: true });
  const all = OUTCOMES.reduce((sum, name) => sum + record.counts[name], 0);
  return (
    <ListPage>
      <PageHeader
        back={
          <Link to="/registry/imports" activeOptions={{ exact: true }}>
            {t('registry_imports.title')}
          </Link>
        }
        title={record.file_name}
        lead={t('registry_imports.sent_at', { time: formatDateTime(record.created_at) })}
        badge={
          <StatusBadge
            tone={tone(record.status)}
            label={t(`registry_imports.status.${record.status as Status}`)}
          />
        }
        actions={<ImportActions record={record} />}
      />
      <Alert
        role="status"
        flex="none"
        variant="light"
        color={record.status === 'committed' ? 'green' : 'blue'}
        mb="sm"
      >
        {result}
        {record.notes.map((note) => (
          <div key={note.code + note.vi}>{i18n.language === 'en' ? note.en : note.vi}</div>
        ))}
      </Alert>
      <Tabs value={outcome ?? 'all'} onChange={open}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="all">{t('registry_imports.all', { number: formatNumber(all) })}</Tabs.Tab>
          {OUTCOMES.map((name) => (
            <Tabs.Tab key={name} value={name} disabled={record.counts[name] === 0}>
              {`${t(`registry_imports.outcome.${name}`)} (${formatNumber(record.counts[name])})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <DataTable
        label={t('registry_imports.rows')}
        columns={columns}
        visibility={visibility}
        list={list}
        empty={<EmptyState title={t('registry_imports.no_rows')} hint={t('registry_imports.no_rows_hint')} />}
      />
    </ListPage>
  );
}
