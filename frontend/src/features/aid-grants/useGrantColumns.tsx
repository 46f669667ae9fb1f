import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Amount } from '../../shared/ui/Amount';
import { DateText } from '../../shared/ui/DateText';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import type { GrantItem } from './grants';
import { tone } from './words';

/** The columns of the list, in the reader's language. */
export function useGrantColumns(): Column<GrantItem>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'title_vi',
        header: t('aid_grants.field.title_vi'),
        primary: true,
        cell: ({ id, code, title_vi }) => (
          <>
            <Link to="/aid/grants/$grantId" params={{ grantId: id }}>
              {title_vi}
            </Link>
            <Text size="xs">{code}</Text>
          </>
        ),
      },
      {
        id: 'code',
        header: t('aid_grants.field.code'),
        optional: true,
        sortable: true,
        whole: true,
        cell: ({ code }) => code,
      },
      {
        id: 'donor',
        header: t('aid_grants.field.donor_id'),
        wide: true,
        cell: ({ donor_name }) => donor_name ?? '—',
      },
      {
        id: 'form',
        header: t('aid_grants.field.form'),
        whole: true,
        cell: ({ form }) => t(`aid_grants.form.${form}`),
      },
      {
        id: 'amount',
        header: t('aid_grants.field.amount'),
        numeric: true,
        cell: ({ amount }) => <Amount value={amount} compact />,
      },
      {
        id: 'approved_on',
        header: t('aid_grants.field.approved_on'),
        sortable: true,
        cell: ({ approved_on }) => <DateText value={approved_on} />,
      },
      {
        id: 'status',
        header: t('aid_grants.field.status'),
        cell: ({ status }) => <StatusBadge tone={tone(status)} label={t(`aid_grants.status.${status}`)} />,
      },
      {
        id: 'recipient',
        header: t('aid_grants.field.recipient_id'),
        optional: true,
        cell: ({ recipient_name }) => recipient_name ?? '—',
      },
      {
        id: 'updated_at',
        header: t('aid_grants.field.updated_at'),
        optional: true,
        sortable: true,
        cell: ({ updated_at }) => <DateText value={updated_at} />,
      },
    ],
    [t],
  );
}
