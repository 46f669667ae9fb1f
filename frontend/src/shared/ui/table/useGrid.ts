import {
  columnVisibilityFeature,
  type ReactTable,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo } from 'react';
import type { Column } from './column';
import type { Selection } from './DataTable';
import type { Visibility } from './useColumns';
import type { List } from './useList';

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });
export type Grid<Row extends { id: string }> = ReactTable<typeof features, Row>;
export type Rows = Virtualizer<HTMLDivElement, HTMLTableRowElement>;

const ROW_HEIGHT = 45;
/** How near the end the next page is asked for, so that scrolling never waits. */
const AHEAD = 15;
export const SELECT = 'select';

type Given<Row extends { id: string }> = {
  columns: readonly Column<Row>[];
  visibility: Visibility;
  list: List<Row>;
  selection: Selection | undefined;
  box: RefObject<HTMLDivElement | null>;
};

/** TanStack's table and virtualizer, set up for rows of the server: it sorts, filters and pages, we only draw. */
export function useGrid<Row extends { id: string }>({
  columns,
  visibility,
  list,
  selection,
  box,
}: Given<Row>) {
  const defs = useMemo(() => {
    const given = columns.map(({ id }) => ({ id, accessorFn: (row: Row) => row.id }));
    return selection ? [{ id: SELECT, accessorFn: (row: Row) => row.id }, ...given] : given;
  }, [columns, selection]);
  const rowSelection = useMemo(
    () => Object.fromEntries([...(selection?.chosen ?? [])].map((id) => [id, true as const])),
    [selection],
  );
  const table: Grid<Row> = useTable({
    features,
    columns: defs,
    data: list.rows,
    getRowId: (row) => row.id,
    state: { columnVisibility: visibility, rowSelection },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(rowSelection) : update;
      selection?.onChange(new Set(Object.keys(next).filter((id) => next[id])));
    },
  });
  const virtual: Rows = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: list.rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const last = virtual.getVirtualItems().at(-1)?.index ?? -1;
  const { hasMore, problem, loadMore } = list;
  useEffect(() => {
    // After a failure the person decides, or a broken server would be asked for ever.
    if (hasMore && !problem && last >= list.rows.length - AHEAD) loadMore();
  }, [hasMore, problem, last, list.rows.length, loadMore]);
  return { table, virtual };
}
