import { useTranslation } from 'react-i18next';
import { RowActions } from '../../shared/ui/record/RowActions';
import { confirm, type Delegation, decline, end, refresh } from './delegations';

/** What the server lets this person do about one delegation. */
export function DelegationActions({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation();
  return (
    <RowActions
      allowed={delegation.allowed_actions}
      refresh={refresh}
      actions={[
        {
          name: 'confirm',
          label: t('delegations.act.confirm'),
          consequence: t('delegations.consequence.confirm', { name: delegation.taker_name }),
          run: () => confirm(delegation),
        },
        {
          name: 'decline',
          label: t('delegations.act.decline'),
          consequence: t('delegations.consequence.decline'),
          tone: 'grave',
          reason: true,
          run: (reason) => decline(delegation, reason),
        },
        {
          name: 'end',
          label: t('delegations.act.end'),
          consequence: t('delegations.consequence.end', { name: delegation.taker_name }),
          run: () => end(delegation),
        },
      ]}
    />
  );
}
