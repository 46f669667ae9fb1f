import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ErrorState';
import type { Column } from './column';
import classes from './DataTable.module.css';
import { LoadingRows } from './LoadingRows';
import { TableFoot } from './TableFoot';
import { TableHead } from './TableHead';
import { TableRows } from './TableRows';
import type { Visibility } from './useColumns';
import { useGrid } from './useGrid';
import type { List } from './useList';
import { useListKeys } from './useListKeys';

export type Selection = { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void };

type Props<Row extends { id: string }> = {
  label: string;
  columns: readonly Column<Row>[];
  visibility: Visibility;
  list: List<Row>;
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
  /** What an empty list says: see EmptyState. */
  empty: React.ReactNode;
  selection?: Selection;
};

/** A list's four faces (loading, failed, empty, rows) in one place; draws only the rows on screen. */
export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const { label, columns, visibility, list, sort, onSort, empty, selection } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { table, virtual } = useGrid({ columns, visibility, list, selection, box });
  useListKeys(box, virtual, list.rows.length);

  if (list.problem && list.rows.length === 0)
    return (
      <div className={classes.frame}>
        <ErrorState problem={list.problem} onRetry={list.retry} />
      </div>
    );
  if (!list.isPending && list.rows.length === 0) return <div className={classes.frame}>{empty}</div>;
  return (
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={label}
      aria-busy={list.isPending || list.isStale}
      className={classes.frame}
      data-scroll
    >
      <table
        role="table"
        className={classes.table}
        aria-label={label}
        aria-rowcount={list.hasMore ? -1 : list.rows.length + 1}
      >
        <TableHead table={table} columns={columns} sort={sort} onSort={onSort} selection={selection} />
        {list.isPending ? (
          <LoadingRows columns={table.getVisibleLeafColumns().length} />
        ) : (
          <TableRows table={table} virtual={virtual} columns={columns} />
        )}
      </table>
      {list.isPending ? (
        <p role="status" className="visually-hidden">
          {t('state.loading')}
        </p>
      ) : (
        <TableFoot list={list} />
      )}
    </div>
  );
}
