import classes from './StatusBadge.module.css';

export type Tone = 'neutral' | 'progress' | 'good' | 'warning' | 'bad';

/** A state in words; the colour only repeats what the word says. */
export function StatusBadge({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {label}
    </span>
  );
}
