import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Column, direction, nextSort } from './column';
import type { Selection } from './DataTable';
import classes from './DataTable.module.css';
import { type Grid, SELECT } from './useGrid';

const ARROW = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

type Props<Row extends { id: string }> = {
  table: Grid<Row>;
  columns: readonly Column<Row>[];
  sort: string | undefined;
  onSort: ((sort: string | undefined) => void) | undefined;
  selection: Selection | undefined;
};

export function TableHead<Row extends { id: string }>({
  table,
  columns,
  sort,
  onSort,
  selection,
}: Props<Row>) {
  const { t } = useTranslation();
  const isPart = (selection?.chosen.size ?? 0) > 0 && !table.getIsAllRowsSelected();
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1}>
        {table.getVisibleLeafColumns().map(({ id }) => {
          if (id === SELECT) {
            return (
              <th key={id} scope="col" className={classes.select}>
                <input
                  type="checkbox"
                  aria-label={t('list.select_all')}
                  checked={table.getIsAllRowsSelected()}
                  ref={(box) => {
                    // HTML has no attribute for a box that is neither.
                    if (box) box.indeterminate = isPart;
                  }}
                  onChange={table.getToggleAllRowsSelectedHandler()}
                />
              </th>
            );
          }
          const column = columns.find((each) => each.id === id);
          if (!column) return null;
          const order = direction(sort, id);
          const Arrow = ARROW[order];
          return (
            <th
              key={id}
              scope="col"
              aria-sort={column.sortable ? order : undefined}
              data-numeric={column.numeric || undefined}
            >
              {column.sortable && onSort ? (
                <button
                  type="button"
                  className={classes.sort}
                  data-on={order !== 'none' || undefined}
                  onClick={() => onSort(nextSort(sort, id))}
                >
                  {column.header}
                  <Arrow size={14} stroke={1.8} aria-hidden />
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
