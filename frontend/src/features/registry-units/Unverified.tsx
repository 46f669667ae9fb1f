import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';

/** Says that nobody has checked this yet; a fact that was checked says nothing. */
export function Unverified({ verified }: { verified: boolean }) {
  const { t } = useTranslation();
  return verified ? null : <StatusBadge tone="warning" label={t('registry_units.unverified')} />;
}
