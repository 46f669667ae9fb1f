import classes from './Brand.module.css';

/** A bridge of one span: the name of the system, Nhịp Cầu, drawn. */
export function Brand() {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className={classes.mark}>
        <path d="M3 22h26M5 22c0-6 5-11 11-11s11 5 11 11M10.5 22v-9.5M16 22V11M21.5 22v-9.5" />
      </svg>
      Nhịp Cầu
    </span>
  );
}
