import classes from './Bars.module.css';

export type Bar = { key: string; label: string; value: number; text: string };
type Props = { label: string; of: string; unit: string; bars: readonly Bar[] };

/** Ordered bars drawn inside the table of their own numbers, so neither can be had without the other. */
export function Bars({ label, of, unit, bars }: Props) {
  const ordered = [...bars].sort((a, b) => b.value - a.value);
  const longest = Math.max(1, ...ordered.map(({ value }) => value));
  return (
    <table className={classes.bars} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col" colSpan={2}>
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ key, label: name, value, text }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className={classes.track} aria-hidden="true">
              <span className={classes.bar} style={{ width: `${(100 * value) / longest}%` }} />
            </td>
            <td className={classes.value}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
