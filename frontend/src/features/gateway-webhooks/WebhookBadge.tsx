import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { isClosed, type Webhook } from './webhooks';

export function WebhookBadge({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  if (isClosed(webhook)) return <StatusBadge tone="bad" label={t('webhooks.closed')} />;
  if (webhook.status === 'disabled') return <StatusBadge tone="bad" label={t('webhooks.status.disabled')} />;
  return webhook.failing_since ? (
    <StatusBadge tone="warning" label={t('webhooks.failing')} />
  ) : (
    <StatusBadge tone="good" label={t('webhooks.status.active')} />
  );
}
