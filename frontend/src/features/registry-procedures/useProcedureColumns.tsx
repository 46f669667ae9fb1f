import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../shared/ui/DateText';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import type { ProcedureItem } from './procedures';
import { STATUS_TONE } from './words';

/** The columns of the list, in the reader's language. */
export function useProcedureColumns(): Column<ProcedureItem>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'kind',
        header: t('registry_procedures.field.kind'),
        primary: true,
        cell: ({ id, kind }) => (
          <Link to="/registry/procedures/$procedureId" params={{ procedureId: id }}>
            {t(`registry_procedures.kind.${kind}`)}
          </Link>
        ),
      },
      {
        id: 'ngo',
        header: t('registry_procedures.field.ngo'),
        wide: true,
        cell: ({ ngo_name_vi }) => ngo_name_vi,
      },
      {
        id: 'certificate',
        header: t('registry_procedures.field.certificate'),
        cell: ({ certificate_number }) => certificate_number ?? '—',
      },
      {
        id: 'status',
        header: t('registry_procedures.field.status'),
        cell: ({ status }) => (
          <StatusBadge tone={STATUS_TONE[status]} label={t(`registry_procedures.status.${status}`)} />
        ),
      },
      {
        id: 'due',
        header: t('registry_procedures.field.step_due_on'),
        sortable: true,
        cell: ({ step_due_on }) => <DateText value={step_due_on} />,
      },
      {
        id: 'overall',
        header: t('registry_procedures.field.overall_due_on'),
        cell: ({ overall_due_on }) => <DateText value={overall_due_on} />,
      },
      {
        id: 'opened_on',
        header: t('registry_procedures.field.opened_on'),
        sortable: true,
        optional: true,
        cell: ({ opened_on }) => <DateText value={opened_on} />,
      },
    ],
    [t],
  );
}
