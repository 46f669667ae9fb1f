import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './Overview.module.css';

export type Line = { id: string; to: string; title: string; note: ReactNode };

/** A short list of what wants attention, each line a link to its record. */
export function Waiting({ lines, none }: { lines: readonly Line[]; none: string }) {
  if (lines.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <ul className={classes.lines}>
      {lines.map(({ id, to, title, note }) => (
        <li key={id}>
          <Link to={to}>{title}</Link>
          <span className={classes.note}>{note}</span>
        </li>
      ))}
    </ul>
  );
}
