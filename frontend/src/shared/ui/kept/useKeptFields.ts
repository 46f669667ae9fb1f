import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from './sheet';
import { useNames } from './useNames';

/** The fields that every kept record has: whose it is, and where it is known from. */
export function useKeptFields(): { names: ReturnType<typeof useNames>; unit: Field; known: Field[] } {
  const { t } = useTranslation();
  const names = useNames();
  return useMemo(
    () => ({
      names,
      unit: {
        name: 'unit_id',
        label: t('kept.field.unit_id'),
        kind: 'choice',
        options: names.units,
        fixed: true,
        wide: true,
      },
      known: [
        { name: 'source', label: t('kept.field.source'), kind: 'text', wide: true },
        { name: 'verified', label: t('kept.field.verified'), kind: 'flag' },
        { name: 'note', label: t('kept.field.note'), kind: 'lines' },
      ],
    }),
    [t, names],
  );
}
