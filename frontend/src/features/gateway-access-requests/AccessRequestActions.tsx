import { useTranslation } from 'react-i18next';
import { RowActions } from '../../shared/ui/record/RowActions';
import { type AccessRequest, type Confirmed, confirm, decline, object, refresh } from './accessRequests';

type Props = { request: AccessRequest; onConfirmed?: (confirmed: Confirmed) => void };

/** What the server lets this person do about one request. */
export function AccessRequestActions({ request, onConfirmed }: Props) {
  const { t } = useTranslation();
  const name = request.account_name;
  return (
    <RowActions
      allowed={request.allowed_actions}
      refresh={refresh}
      actions={[
        {
          name: 'confirm',
          label: t('access_requests.act.confirm'),
          consequence: t(`access_requests.consequence.${request.kind}`, { name }),
          run: () => confirm(request).then((confirmed) => onConfirmed?.(confirmed)),
        },
        {
          name: 'decline',
          label: t('access_requests.act.decline'),
          consequence: t('access_requests.consequence.decline'),
          tone: 'grave',
          reason: true,
          run: (reason) => decline(request, reason),
        },
        {
          name: 'object',
          label: t('access_requests.act.object'),
          consequence: t('access_requests.consequence.object'),
          tone: 'grave',
          run: () => object(request),
        },
      ]}
    />
  );
}
