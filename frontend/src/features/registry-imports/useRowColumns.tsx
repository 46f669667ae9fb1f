import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { OUTCOME_TONE, type Row } from './imports';
import { RowEffect } from './RowEffect';

const text = (value: unknown) => (typeof value === 'string' ? value : '—');

/** The rows of a list as its file numbers them. */
export function useRowColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'row', header: t('registry_imports.row'), numeric: true, cell: ({ row }) => row },
      {
        id: 'outcome',
        header: t('registry_imports.outcome_of'),
        cell: ({ outcome }) => (
          <StatusBadge tone={OUTCOME_TONE[outcome]} label={t(`registry_imports.outcome.${outcome}`)} />
        ),
      },
      {
        id: 'name_vi',
        header: t('registry_ngos.field.name_vi'),
        primary: true,
        cell: ({ after }) => text(after?.ngo?.name_vi),
      },
      {
        id: 'number',
        header: t('registry_certificates.field.number'),
        cell: ({ after }) => text(after?.certificate?.number),
      },
      { id: 'effect', header: t('registry_imports.effect'), cell: (row) => <RowEffect row={row} /> },
    ],
    [t],
  );
}
