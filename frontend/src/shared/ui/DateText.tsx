import { formatDate, formatDateTime, formatImprecise, type ImpreciseDate } from '../format/dates';

/** A date (2026-12-31), an instant, or a date known only to its month; a dash when there is none. */
export function DateText({ value }: { value: string | ImpreciseDate | null | undefined }) {
  if (!value) return <>—</>;
  if (typeof value !== 'string') return <time dateTime={value.date}>{formatImprecise(value)}</time>;
  const text = value.includes('T') ? formatDateTime(value) : formatDate(value);
  return (
    <time dateTime={value} className="tabular">
      {text}
    </time>
  );
}
