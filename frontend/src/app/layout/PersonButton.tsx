import { type ComponentPropsWithRef, useId } from 'react';
import type { Person } from '../../shared/api/session';
import classes from './UserMenu.module.css';

/** Vietnamese people go by their given name, the last word; what stands in brackets is no name. */
const initial = (name: string) =>
  /(\p{L})\p{L}*\P{L}*$/u.exec(name.replace(/\(.*$/, ''))?.[1]?.toUpperCase() ?? '';

type Props = { person: Person } & ComponentPropsWithRef<'button'>;

/** Who is signed in, and for which unit. */
export function PersonButton({ person, ...button }: Props) {
  const id = useId();
  return (
    <button type="button" {...button} className={classes.person} aria-labelledby={id}>
      <span className={classes.avatar} data-initial={initial(person.name)} />
      <span className={classes.words} id={id}>
        <span className={classes.name}>{person.name}</span>
        <span className={classes.unit}>{person.unit_code ?? ''}</span>
      </span>
    </button>
  );
}
