import { useTranslation } from 'react-i18next';
import { RowActions } from '../../shared/ui/record/RowActions';
import { confirm, decline, type MoveRequest, refresh } from './moveRequests';

/** What the server lets this administrator do about one proposal. */
export function MoveRequestActions({ request }: { request: MoveRequest }) {
  const { t } = useTranslation();
  return (
    <RowActions
      allowed={request.allowed_actions}
      refresh={refresh}
      actions={[
        {
          name: 'confirm',
          label: t('role_grants.act.confirm'),
          consequence: t('move_requests.consequence.confirm', {
            from: request.from_unit_code ?? '…',
            to: request.to_unit_code,
          }),
          tone: 'grave',
          run: () => confirm(request),
        },
        {
          name: 'decline',
          label: t('role_grants.act.decline'),
          consequence: t('move_requests.consequence.decline'),
          tone: 'grave',
          reason: true,
          run: (reason) => decline(request, reason),
        },
      ]}
    />
  );
}
