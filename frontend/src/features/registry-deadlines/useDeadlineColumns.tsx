import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../shared/ui/DateText';
import { Deadline } from '../../shared/ui/Deadline';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { type DeadlineItem, TONE } from './deadlines';

/** The columns of the board, in the reader's language. */
export function useDeadlineColumns(): Column<DeadlineItem>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'what',
        header: t('registry_deadlines.field.what'),
        primary: true,
        cell: (item) => <Subject item={item} />,
      },
      {
        id: 'urgency',
        header: t('registry_deadlines.field.urgency'),
        cell: ({ urgency }) => (
          <StatusBadge tone={TONE[urgency]} label={t(`registry_deadlines.urgency.${urgency}`)} />
        ),
      },
      {
        id: 'due_on',
        header: t('registry_deadlines.field.due_on'),
        sortable: true,
        cell: ({ due_on }) => <DateText value={due_on} />,
      },
      {
        id: 'left',
        header: t('registry_deadlines.field.left'),
        cell: ({ due_on, working_days_left }) => (
          <Deadline due={due_on} workingDaysLeft={working_days_left} />
        ),
      },
      {
        id: 'ngo',
        header: t('registry_deadlines.field.about'),
        wide: true,
        cell: (item) => <About item={item} />,
      },
    ],
    [t],
  );
}

/** The organisation with its certificate, the agreement, or of how many organisations a report is open. */
function About({ item }: { item: DeadlineItem }) {
  const { t } = useTranslation();
  const { ngo_id, ngo_name_vi, certificate_number, agreement_id, agreement_title_vi, count } = item;
  if (ngo_id)
    return (
      <div>
        <Link to="/registry/ngos/$ngoId" params={{ ngoId: ngo_id }}>
          {ngo_name_vi}
        </Link>
        {certificate_number && <Text size="xs">{certificate_number}</Text>}
      </div>
    );
  if (agreement_id)
    return (
      <Link to="/registry/agreements/$agreementId" params={{ agreementId: agreement_id }}>
        {agreement_title_vi}
      </Link>
    );
  return count ? t('registry_deadlines.open_reports', { count }) : '—';
}

/** A procedure leads to its record, an expiry to what may be opened on the certificate. */
function Subject({ item }: { item: DeadlineItem }) {
  const { t } = useTranslation();
  const what = t(`registry_deadlines.what.${item.what}`);
  if (item.procedure_id && item.procedure_kind)
    return (
      <Link to="/registry/procedures/$procedureId" params={{ procedureId: item.procedure_id }}>
        {t(`registry_procedures.kind.${item.procedure_kind}`)}: {what}
      </Link>
    );
  if (item.rule)
    return (
      <Link
        to="/registry/obligations"
        search={{ rule: item.rule, status: 'open', ...(item.year && { year: String(item.year) }) }}
      >
        {t(`registry_obligations.rule.${item.rule}`)} {item.year}
      </Link>
    );
  if (item.agreement_id) return <>{item.clause ? `${what} ${item.clause}` : what}</>;
  return (
    <Link to="/registry/procedures/new" search={{ certificate: item.certificate_id ?? '' }}>
      {what}
    </Link>
  );
}
