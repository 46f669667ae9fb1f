import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Proposal } from './proposals';

const TONES = { open: 'progress', accepted: 'good', declined: 'bad', withdrawn: 'neutral' } as const;

export function ProposalStatus({ status }: { status: Proposal['status'] }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[status]} label={t(`registry_proposals.status.${status}`)} />;
}
