import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';

/** Says that nobody has checked this rule yet; one that was checked says nothing. */
export function Unverified({ isVerified }: { isVerified: boolean }) {
  const { t } = useTranslation();
  return isVerified ? null : <StatusBadge tone="warning" label={t('registry_procedures.unverified')} />;
}
