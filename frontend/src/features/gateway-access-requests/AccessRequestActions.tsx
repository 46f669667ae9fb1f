import { Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { type AccessRequest, type Confirmed, confirm, decline, object, refresh } from './accessRequests';

type Props = { request: AccessRequest; onConfirmed?: (confirmed: Confirmed) => void };

/** What the server lets this person do about one request. */
export function AccessRequestActions({ request, onConfirmed }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const done = async (call: Promise<unknown>) => {
    await call;
    await refresh(client);
  };
  const allowed = request.allowed_actions ?? [];
  if (allowed.length === 0) return '—';
  const name = request.account_name;
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionButtons
        allowed={allowed}
        actions={[
          {
            name: 'confirm',
            label: t('access_requests.act.confirm'),
            consequence: t(`access_requests.consequence.${request.kind}`, { name }),
            run: () => done(confirm(request).then((confirmed) => onConfirmed?.(confirmed))),
          },
          {
            name: 'decline',
            label: t('access_requests.act.decline'),
            consequence: t('access_requests.consequence.decline'),
            tone: 'grave',
            reason: true,
            run: (reason) => done(decline(request, reason)),
          },
          {
            name: 'object',
            label: t('access_requests.act.object'),
            consequence: t('access_requests.consequence.object'),
            tone: 'grave',
            run: () => done(object(request)),
          },
        ]}
      />
    </Group>
  );
}
