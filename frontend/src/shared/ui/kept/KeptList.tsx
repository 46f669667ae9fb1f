import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { May } from '../May';
import type { Column } from '../table/column';
import { ListScreen } from '../table/ListScreen';
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
  return (
    <ListScreen
      name={`registry-${sheet.calls.name}`}
      text={sheet.text}
      columns={columns}
      list={list}
      search={search}
      onChange={(next) => onSearch({ ...search, ...next })}
      filters={sheet.filters}
      file={{ path: `/api/registry/v1/${sheet.calls.name}`, name: fileName(sheet.text.title) }}
      actions={
        <>
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
  );
}
