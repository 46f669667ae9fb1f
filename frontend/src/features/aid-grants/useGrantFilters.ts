import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../shared/ui/table/filter';
import { FORMS, STATUSES } from './words';

/** The filters of the list, in the reader's language. */
export function useGrantFilters(): Filter[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: 'waiting_for_me',
        label: t('aid_grants.filter.whose'),
        kind: 'choice',
        options: [{ value: 'true', label: t('aid_grants.filter.waiting_for_me') }],
      },
      {
        key: 'form',
        label: t('aid_grants.field.form'),
        kind: 'choice',
        options: FORMS.map((value) => ({ value, label: t(`aid_grants.form.${value}`) })),
      },
      {
        key: 'status',
        label: t('aid_grants.field.status'),
        kind: 'choice',
        options: STATUSES.map((value) => ({ value, label: t(`aid_grants.status.${value}`) })),
      },
      { key: 'approved_from', label: t('aid_grants.filter.approved_from'), kind: 'date' },
      { key: 'approved_to', label: t('aid_grants.filter.approved_to'), kind: 'date' },
    ],
    [t],
  );
}
