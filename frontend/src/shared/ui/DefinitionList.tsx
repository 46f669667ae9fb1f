import type { ReactNode } from 'react';
import classes from './DefinitionList.module.css';

export type Definition = { term: string; value: ReactNode; wide?: boolean };

/** The fields of a record, read only; an absent value is a dash, never a gap. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className={classes.list}>
      {items.map(({ term, value, wide }) => (
        <div key={term} className={classes.item} data-wide={wide || undefined}>
          <dt>{term}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
