import { memo, type Ref } from 'react';
import type { Column } from './column';
import classes from './DataTable.module.css';

type Props<Row> = {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  ref: Ref<HTMLTableRowElement>;
  /** Absent when rows cannot be chosen. */
  isChosen?: boolean | undefined;
  onChoose: (index: number, isChosen: boolean) => void;
  chooseLabel: string;
};

function PlainTableRow<Row>({ row, index, columns, ref, isChosen, onChoose, chooseLabel }: Props<Row>) {
  return (
    <tr
      role="row"
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={-1}
      className={classes.row}
      data-chosen={isChosen || undefined}
    >
      {isChosen !== undefined && (
        <td role="cell" className={classes.select}>
          <input
            type="checkbox"
            aria-label={chooseLabel}
            checked={isChosen}
            onChange={(event) => onChoose(index, event.currentTarget.checked)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          role="cell"
          data-label={column.header}
          data-primary={column.primary}
          data-wide={column.wide}
          data-whole={column.whole}
          data-numeric={column.numeric}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** Scrolling draws the rows that come into view and leaves the others alone. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;
