import type { ReactNode } from 'react';
import classes from './states.module.css';

/** Nothing here, why that may be, and what to do about it. */
export function EmptyState({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) {
  return (
    <div className={classes.state}>
      <svg viewBox="0 0 64 40" aria-hidden="true" className={classes.art}>
        <path d="M4 30h56M12 30c0-11 9-20 20-20s20 9 20 20M22 30V13.5M32 30V10M42 30V13.5" />
      </svg>
      <p className={classes.title}>{title}</p>
      <p className={classes.hint}>{hint}</p>
      {action}
    </div>
  );
}
