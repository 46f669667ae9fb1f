import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../StatusBadge';

/** Says that a record is for demonstration, or that nobody has checked it yet. */
export function Marks({ demo, verified }: { demo: boolean; verified: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {demo && <StatusBadge tone="neutral" label={t('kept.demo')} />}
      {!verified && !demo && <StatusBadge tone="warning" label={t('kept.unverified')} />}
    </>
  );
}
