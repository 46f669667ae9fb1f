import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Referral } from './referrals';

const TONES = {
  introduced: 'progress',
  accepted: 'progress',
  visited: 'progress',
  concluded: 'good',
  declined: 'neutral',
} as const;

export function ReferralStatus({ status }: { status: Referral['status'] }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[status]} label={t(`registry_referrals.status.${status}`)} />;
}
