import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { DateText } from '../../shared/ui/DateText';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { type Import, type Status, tone } from './imports';
import { OUTCOMES } from './search';

export function useImportColumns(): Column<Import>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'file_name',
        header: t('registry_imports.file_name'),
        primary: true,
        cell: ({ id, file_name }) => (
          <Link to="/registry/imports/$importId" params={{ importId: id }}>
            {file_name}
          </Link>
        ),
      },
      {
        id: 'created_at',
        header: t('registry_imports.created_at'),
        cell: ({ created_at }) => <DateText value={created_at} />,
      },
      {
        id: 'status',
        header: t('registry_imports.status_of'),
        cell: ({ status }) => (
          <StatusBadge tone={tone(status)} label={t(`registry_imports.status.${status as Status}`)} />
        ),
      },
      ...OUTCOMES.map(
        (outcome): Column<Import> => ({
          id: outcome,
          header: t(`registry_imports.outcome.${outcome}`),
          numeric: true,
          cell: ({ counts }) => formatNumber(counts[outcome]),
        }),
      ),
      {
        id: 'finished_at',
        header: t('registry_imports.finished_at'),
        cell: ({ finished_at }) => <DateText value={finished_at} />,
      },
    ],
    [t],
  );
}
