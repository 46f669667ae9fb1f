import type { ReactNode } from 'react';

export type Column<Row> = {
  /** Also the name by which the server sorts, when `sortable`. */
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  numeric?: boolean;
  /** The column that names the row: always shown, holds the link, heads the card on a phone. */
  primary?: boolean;
  /** A second name in the row: room enough that it is not broken into single words. */
  wide?: boolean;
  /** A short mark, such as a code: never broken over two lines. */
  whole?: boolean;
  /** Not shown until someone chooses it. */
  optional?: boolean;
};

/** `name_vi` → `-name_vi` → no order of the reader's own. */
export function nextSort(current: string | undefined, id: string): string | undefined {
  if (current === id) return `-${id}`;
  return current === `-${id}` ? undefined : id;
}

export function direction(sort: string | undefined, id: string): 'ascending' | 'descending' | 'none' {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : 'none';
}
