import { Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { confirm, decline, type MoveRequest, refresh } from './moveRequests';

/** What the server lets this administrator do about one proposal. */
export function MoveRequestActions({ request }: { request: MoveRequest }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const done = async (call: Promise<unknown>) => {
    await call;
    await refresh(client);
  };
  const allowed = request.allowed_actions ?? [];
  if (allowed.length === 0) return '—';
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionButtons
        allowed={allowed}
        actions={[
          {
            name: 'confirm',
            label: t('role_grants.act.confirm'),
            consequence: t('move_requests.consequence.confirm', {
              from: request.from_unit_code ?? '…',
              to: request.to_unit_code,
            }),
            tone: 'grave',
            run: () => done(confirm(request)),
          },
          {
            name: 'decline',
            label: t('role_grants.act.decline'),
            consequence: t('move_requests.consequence.decline'),
            tone: 'grave',
            reason: true,
            run: (reason) => done(decline(request, reason)),
          },
        ]}
      />
    </Group>
  );
}
