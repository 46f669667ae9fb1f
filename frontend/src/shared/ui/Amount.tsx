import { formatMoney, formatMoneyCompact, type Money, type Qualifier, qualified } from '../format/money';

type Props = { value: Money | null | undefined; compact?: boolean; qualifier?: Qualifier };

/** Money; the compact form keeps the exact one on hover. */
export function Amount({ value, compact = false, qualifier }: Props) {
  if (!value) return <>—</>;
  const exact = qualified(formatMoney(value), qualifier);
  if (!compact) return <span className="tabular">{exact}</span>;
  return (
    <span className="tabular" title={exact}>
      {qualified(formatMoneyCompact(value), qualifier)}
    </span>
  );
}
