import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Agreement, AgreementItem } from './agreements';

const TONES = { upcoming: 'neutral', in_force: 'good', expired: 'neutral', ended: 'neutral' } as const;
const SOON = 90;

/** How the agreement stands today; one that ends within ninety days says when. */
export function StandingBadge({ agreement }: { agreement: Agreement | AgreementItem }) {
  const { t } = useTranslation();
  const { standing = 'in_force', expires_in } = agreement;
  const isEnding = typeof expires_in === 'number' && expires_in <= SOON;
  return isEnding ? (
    <StatusBadge
      tone="warning"
      label={t('registry_agreements.ends_in', { days: formatNumber(expires_in) })}
    />
  ) : (
    <StatusBadge tone={TONES[standing]} label={t(`registry_agreements.standing.${standing}`)} />
  );
}
