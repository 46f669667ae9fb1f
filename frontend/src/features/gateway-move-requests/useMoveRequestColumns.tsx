import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import type { Column } from '../../shared/ui/table/column';
import { MoveRequestActions } from './MoveRequestActions';
import { type MoveRequest, STATUSES } from './moveRequests';

const TONES = { proposed: 'progress', confirmed: 'good', declined: 'bad' } as const;

export function useMoveRequestColumns(): Column<MoveRequest>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'units',
        header: t('move_requests.units'),
        primary: true,
        cell: ({ from_unit_code, to_unit_code }) => `${from_unit_code ?? '…'} → ${to_unit_code}`,
      },
      { id: 'reason', header: t('move_requests.basis_short'), cell: ({ reason }) => reason },
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
        id: 'moved',
        header: t('move_requests.moved'),
        cell: ({ accounts, clients, webhooks }) =>
          accounts === null ? '—' : t('move_requests.counts', { accounts, clients, webhooks }),
      },
      {
        id: 'decide',
        header: t('role_grants.decide'),
        cell: (request) => <MoveRequestActions request={request} />,
      },
    ],
    [t],
  );
}
