import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import classes from './DataTable.module.css';
import { TableRow } from './TableRow';
import { type Grid, type Rows, SELECT } from './useGrid';

type Props<Row extends { id: string }> = { table: Grid<Row>; virtual: Rows; columns: readonly Column<Row>[] };

/** Only the rows in view are in the page; two empty rows hold the place of the others. */
export function TableRows<Row extends { id: string }>({ table, virtual, columns }: Props<Row>) {
  const { t } = useTranslation();
  const rows = table.getRowModel().rows;
  const shown = virtual.getVirtualItems();
  const ids = table.getVisibleLeafColumns().map(({ id }) => id);
  const names = ids.join();
  // Named by their ids: the array itself is new with every render and would draw every row again.
  const visible = useMemo(() => columns.filter(({ id }) => names.split(',').includes(id)), [columns, names]);
  const isChoosable = ids.includes(SELECT);
  const latest = useRef(rows);
  latest.current = rows;
  const choose = useMemo(
    () => (index: number, isChosen: boolean) => latest.current[index]?.toggleSelected(isChosen),
    [],
  );
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <tbody>
      {before > 0 && (
        <tr aria-hidden="true" className={classes.gap}>
          <td colSpan={ids.length} style={{ height: before }} />
        </tr>
      )}
      {shown.map(({ index }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <TableRow
            key={row.id}
            row={row.original}
            index={index}
            columns={visible}
            ref={virtual.measureElement}
            isChosen={isChoosable ? row.getIsSelected() : undefined}
            onChoose={choose}
            chooseLabel={t('list.select_row', { number: index + 1 })}
          />
        );
      })}
      {after > 0 && (
        <tr aria-hidden="true" className={classes.gap}>
          <td colSpan={ids.length} style={{ height: after }} />
        </tr>
      )}
    </tbody>
  );
}
