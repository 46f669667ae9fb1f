import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { keyset } from '../../src/shared/api/keyset';
import { Amount } from '../../src/shared/ui/Amount';
import { DateText } from '../../src/shared/ui/DateText';
import { EmptyState } from '../../src/shared/ui/EmptyState';
import { PageHeader } from '../../src/shared/ui/PageHeader';
import { StatusBadge } from '../../src/shared/ui/StatusBadge';
import { ColumnMenu } from '../../src/shared/ui/table/ColumnMenu';
import type { Column } from '../../src/shared/ui/table/column';
import { DataTable } from '../../src/shared/ui/table/DataTable';
import { ExportMenu } from '../../src/shared/ui/table/ExportMenu';
import { FilterBar } from '../../src/shared/ui/table/FilterBar';
import type { Filter } from '../../src/shared/ui/table/filter';
import { ListPage } from '../../src/shared/ui/table/ListPage';
import { SavedViews } from '../../src/shared/ui/table/SavedViews';
import { useColumns } from '../../src/shared/ui/table/useColumns';
import { useList } from '../../src/shared/ui/table/useList';
import { FORM_TEXT, fetchGrants, type Grant, STATUS } from './data';

type Search = Record<string, string | undefined>;
const options = (texts: Record<string, string>) =>
  Object.entries(texts).map(([value, label]) => ({ value, label }));
const FILTERS: Filter[] = [
  { key: 'form', label: 'Hình thức', kind: 'choice', options: options(FORM_TEXT) },
  {
    key: 'status',
    label: 'Trạng thái',
    kind: 'choice',
    options: Object.entries(STATUS).map(([value, { label }]) => ({ value, label })),
  },
  { key: 'approved_from', label: 'Phê duyệt từ ngày', kind: 'date' },
];
const COLUMNS: Column<Grant>[] = [
  {
    id: 'name_vi',
    header: 'Khoản viện trợ',
    primary: true,
    sortable: true,
    cell: (grant) => <Link to={'/record' as string}>{grant.name_vi}</Link>,
  },
  { id: 'donor', header: 'Bên cung cấp', cell: (grant) => grant.donor },
  { id: 'form', header: 'Hình thức', cell: (grant) => FORM_TEXT[grant.form] },
  {
    id: 'amount',
    header: 'Cam kết',
    numeric: true,
    sortable: true,
    cell: (grant) => <Amount value={grant.committed} compact />,
  },
  {
    id: 'approved_on',
    header: 'Phê duyệt',
    sortable: true,
    cell: (grant) => <DateText value={grant.approved_on} />,
  },
  {
    id: 'status',
    header: 'Trạng thái',
    cell: ({ status }) => (
      <StatusBadge tone={STATUS[status]?.tone ?? 'neutral'} label={STATUS[status]?.label ?? status} />
    ),
  },
  { id: 'province', header: 'Địa bàn', optional: true, cell: (grant) => grant.province },
];

export function GrantList() {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: Search) =>
    void navigate({ to: '.', search: { ...search, ...next } as never, replace: true });
  const list = useList(
    useInfiniteQuery(keyset(['aid', 'grants', search], (turn) => fetchGrants(search, turn))),
  );
  const { visibility, toggle } = useColumns('example', COLUMNS);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <ListPage>
      <PageHeader
        title="Khoản viện trợ"
        actions={
          <Button component={Link} to={'/form' as string}>
            Thêm khoản viện trợ
          </Button>
        }
      />
      <FilterBar
        search={search}
        onChange={change}
        filters={FILTERS}
        placeholder="Tìm theo tên khoản viện trợ"
      >
        <SavedViews list="example" search={search} onOpen={change} />
        <ColumnMenu columns={COLUMNS} visibility={visibility} onToggle={toggle} />
        <ExportMenu path="/api/aid/v1/grants" search={search} name="khoan-vien-tro" />
      </FilterBar>
      <DataTable
        label="Khoản viện trợ"
        columns={COLUMNS}
        visibility={visibility}
        list={list}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
        selection={{ chosen, onChange: setChosen }}
        empty={
          <EmptyState
            title="Chưa có khoản viện trợ nào phù hợp"
            hint="Bỏ bớt bộ lọc, hoặc thêm khoản viện trợ đầu tiên của đơn vị."
            action={<Button variant="default">Xóa bộ lọc</Button>}
          />
        }
      />
    </ListPage>
  );
}
