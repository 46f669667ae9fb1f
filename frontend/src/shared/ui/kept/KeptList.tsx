import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../EmptyState';
import { May } from '../May';
import { PageHeader } from '../PageHeader';
import { ColumnMenu } from '../table/ColumnMenu';
import type { Column } from '../table/column';
import { DataTable } from '../table/DataTable';
import { ExportMenu } from '../table/ExportMenu';
import { FilterBar } from '../table/FilterBar';
import { ListPage } from '../table/ListPage';
import { useColumns } from '../table/useColumns';
import { useList } from '../table/useList';
import { Marks } from './Marks';
import type { KeptRecordRow, KeptRow, Sheet } from './sheet';
import { useShow } from './useShow';

type Search = Record<string, string | undefined>;
type Props<Item extends KeptRow, Saved extends KeptRecordRow> = {
  sheet: Sheet<Item, Saved>;
  search: Search;
  onSearch: (search: Search) => void;
  actions?: ReactNode;
};

/** A title as a file is called: `Lãnh đạo Liên hiệp` is lanh-dao-lien-hiep. */
const fileName = (title: string) =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-');

/** The list of a sheet: filters and order live in the URL. */
export function KeptList<Item extends KeptRow, Saved extends KeptRecordRow>({
  sheet,
  search,
  onSearch,
  actions,
}: Props<Item, Saved>) {
  const { t } = useTranslation();
  const show = useShow();
  const change = (next: Search) => onSearch({ ...search, ...next });
  const list = useList(useInfiniteQuery(sheet.calls.list(search)));
  const columns = useMemo((): Column<Item>[] => {
    const plain = (name: string, optional: boolean): Column<Item>[] =>
      sheet.fields
        .filter((field) => field.name === name)
        .map((field) => ({
          id: name,
          header: field.label,
          optional,
          sortable: name === sheet.sortable,
          ...(field.kind === 'number' && { numeric: true }),
          cell: (row: Item) => show(field, (row as Record<string, unknown>)[name]),
        }));
    return [
      {
        id: sheet.sortsByName ? (sheet.sortable ?? 'name') : 'name',
        header: sheet.text.name,
        primary: true,
        sortable: sheet.sortsByName ?? false,
        cell: (row) => <Link to={`${sheet.to}/${row.id}` as never}>{sheet.title(row)}</Link>,
      },
      ...sheet.columns.flatMap((name) => plain(name, false)),
      {
        id: 'marks',
        header: t('kept.state'),
        cell: (row) => (
          // one element, so that two badges wrap in a phone's card
          <div>
            {sheet.badge?.(row)} <Marks demo={row.demo} verified={row.verified ?? true} />
          </div>
        ),
      },
      ...(sheet.optional ?? []).flatMap((name) => plain(name, true)),
    ];
  }, [sheet, show, t]);
  const { visibility, toggle } = useColumns(`registry-${sheet.calls.name}`, columns);
  return (
    <ListPage>
      <PageHeader
        title={sheet.text.title}
        actions={
          <>
            <ExportMenu
              path={`/api/registry/v1/${sheet.calls.name}`}
              search={search}
              name={fileName(sheet.text.title)}
            />
            {actions}
            {!sheet.isEnteredElsewhere && (
              <May do={sheet.create}>
                <Button component={Link} to={`${sheet.to}/new` as never}>
                  {sheet.text.add}
                </Button>
              </May>
            )}
          </>
        }
      />
      <FilterBar search={search} onChange={change} filters={sheet.filters} placeholder={sheet.text.search}>
        <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
      </FilterBar>
      <DataTable
        label={sheet.text.title}
        columns={columns}
        visibility={visibility}
        list={list}
        sort={search.sort}
        onSort={(sort) => change({ sort })}
        empty={<EmptyState title={sheet.text.empty} hint={sheet.text.empty_hint} />}
      />
    </ListPage>
  );
}
