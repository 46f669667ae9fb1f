import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { AccessRequestActions } from './AccessRequestActions';
import { type AccessRequest, type Confirmed, STATUSES } from './accessRequests';

const TONES = { proposed: 'progress', confirmed: 'good', declined: 'bad' } as const;

export function useAccessRequestColumns(onConfirmed: (one: Confirmed) => void): Column<AccessRequest>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'person',
        header: t('access_requests.person'),
        primary: true,
        cell: ({ account_id, account_name, username }) => (
          <>
            <Link to="/gateway/accounts/$accountId" params={{ accountId: account_id }}>
              {account_name}
            </Link>
            <Text size="sm" c="dimmed">
              {username}
            </Text>
          </>
        ),
      },
      { id: 'unit', header: t('accounts.unit'), cell: ({ unit_code }) => unit_code ?? '—' },
      {
        id: 'kind',
        header: t('access_requests.what'),
        cell: ({ kind }) => t(`access_requests.kind.${kind}`),
      },
      { id: 'reason', header: t('action.reason'), cell: ({ reason }) => reason },
      {
        id: 'proposed',
        header: t('role_grants.proposed_by'),
        cell: ({ proposed_name, created_at }) => `${proposed_name}, ${formatDateTime(created_at)}`,
      },
      {
        id: 'state',
        header: t('accounts.state'),
        cell: ({ status, decided_name }) => {
          const known = STATUSES.find((one) => one === status) ?? 'proposed';
          return (
            <>
              <StatusBadge tone={TONES[known]} label={t(`role_grants.status.${known}`)} /> {decided_name}
            </>
          );
        },
      },
      {
        id: 'decide',
        header: t('role_grants.decide'),
        cell: (request) => <AccessRequestActions {...{ request, onConfirmed }} />,
      },
    ],
    [t, onConfirmed],
  );
}
