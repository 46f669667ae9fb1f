import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import type { Import } from './imports';

/** What the list would bring about, or brought about, in one sentence. */
export function useResult({ status, counts }: Import): string {
  const { t } = useTranslation();
  if (status === 'cancelled') return t('registry_imports.result.cancelled');
  if (status === 'undone') return t('registry_imports.result.undone');
  const numbers = {
    add: formatNumber(counts.add),
    change: formatNumber(counts.change),
    same: formatNumber(counts.same),
    error: formatNumber(counts.error),
  };
  if (status === 'committed') return t('registry_imports.result.committed', numbers);
  return t('registry_imports.result.checked', numbers);
}
