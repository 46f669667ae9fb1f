import type { ReactNode } from 'react';
import classes from './ListPage.module.css';

/** Fills the window under the header, so that the table scrolls and its head and filters stay in sight. */
export function ListPage({ children }: { children: ReactNode }) {
  return <div className={classes.page}>{children}</div>;
}
