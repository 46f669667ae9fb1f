import { Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { confirm, type Delegation, decline, end, refresh } from './delegations';

/** What the server lets this person do about one delegation. */
export function DelegationActions({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const done = async (call: Promise<unknown>) => {
    await call;
    await refresh(client);
  };
  const allowed = delegation.allowed_actions ?? [];
  if (allowed.length === 0) return '—';
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionButtons
        allowed={allowed}
        actions={[
          {
            name: 'confirm',
            label: t('delegations.act.confirm'),
            consequence: t('delegations.consequence.confirm', { name: delegation.taker_name }),
            run: () => done(confirm(delegation)),
          },
          {
            name: 'decline',
            label: t('delegations.act.decline'),
            consequence: t('delegations.consequence.decline'),
            tone: 'grave',
            reason: true,
            run: (reason) => done(decline(delegation, reason)),
          },
          {
            name: 'end',
            label: t('delegations.act.end'),
            consequence: t('delegations.consequence.end', { name: delegation.taker_name }),
            run: () => done(end(delegation)),
          },
        ]}
      />
    </Group>
  );
}
