import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Founding } from './foundings';

const TONES = { guided: 'progress', dossier: 'progress', founded: 'good', stopped: 'neutral' } as const;

export function FoundingStatus({ status }: { status: Founding['status'] }) {
  const { t } = useTranslation();
  return <StatusBadge tone={TONES[status]} label={t(`registry_foundings.status.${status}`)} />;
}
