import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import classes from './DataTable.module.css';
import { type Grid, type Rows, SELECT } from './useGrid';

type Props<Row extends { id: string }> = { table: Grid<Row>; virtual: Rows; columns: readonly Column<Row>[] };

/** Only the rows in view are in the page; two empty rows hold the place of the others. */
export function TableRows<Row extends { id: string }>({ table, virtual, columns }: Props<Row>) {
  const { t } = useTranslation();
  const rows = table.getRowModel().rows;
  const shown = virtual.getVirtualItems();
  const cells = table.getVisibleLeafColumns();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <tbody>
      {before > 0 && (
        <tr aria-hidden="true" className={classes.gap}>
          <td colSpan={cells.length} style={{ height: before }} />
        </tr>
      )}
      {shown.map(({ index }) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <tr
            key={row.id}
            role="row"
            ref={virtual.measureElement}
            data-index={index}
            aria-rowindex={index + 2}
            tabIndex={-1}
            className={classes.row}
            data-chosen={row.getIsSelected() || undefined}
          >
            {cells.map(({ id }) => {
              const column = columns.find((each) => each.id === id);
              if (id === SELECT) {
                return (
                  <td key={id} role="cell" className={classes.select}>
                    <Checkbox
                      size="sm"
                      aria-label={t('list.select_row', { number: index + 1 })}
                      checked={row.getIsSelected()}
                      onChange={row.getToggleSelectedHandler()}
                    />
                  </td>
                );
              }
              return (
                <td
                  key={id}
                  role="cell"
                  data-label={column?.header}
                  data-primary={column?.primary}
                  data-numeric={column?.numeric}
                >
                  {column?.cell(row.original)}
                </td>
              );
            })}
          </tr>
        );
      })}
      {after > 0 && (
        <tr aria-hidden="true" className={classes.gap}>
          <td colSpan={cells.length} style={{ height: after }} />
        </tr>
      )}
    </tbody>
  );
}
