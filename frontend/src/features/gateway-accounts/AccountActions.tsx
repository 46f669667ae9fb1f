import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../shared/ui/onDemand';
import { ActionButtons, type RecordAction } from '../../shared/ui/record/ActionButtons';
import {
  type Account,
  disable,
  enable,
  type Link,
  refresh,
  removeOtp,
  reset,
  signOutEverywhere,
} from './accounts';

const ProposeDialog = onDemand(() => import('./ProposeDialog').then((m) => m.ProposeDialog));
const RequestAccessDialog = onDemand(() =>
  import('./RequestAccessDialog').then((m) => m.RequestAccessDialog),
);
const RolesDialog = onDemand(() => import('./RolesDialog').then((m) => m.RolesDialog));

type Act = 'reset' | 'sign_out' | 'remove_otp' | 'disable' | 'enable';
type Props = { account: Account; onLink: (link: Link) => void };

/** What the server lets this person do about another's way in. */
export function AccountActions({ account, onLink }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isEditing, setIsEditing] = useState(false);
  const [isProposing, setIsProposing] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const act = (name: Act, run: () => Promise<unknown>, tone?: RecordAction['tone']): RecordAction => ({
    name,
    label: t(`accounts.act.${name}`),
    consequence: t(`accounts.consequence.${name}`),
    ...(tone && { tone }),
    run: async () => {
      await run();
      await refresh(client);
    },
  });
  return (
    <>
      {account.allowed_actions?.includes('update') && (
        <Button variant="default" onClick={() => setIsEditing(true)}>
          {t('accounts.act.update')}
        </Button>
      )}
      {account.allowed_actions?.includes('propose_role') && (
        <Button variant="default" onClick={() => setIsProposing(true)}>
          {t('accounts.act.propose_role')}
        </Button>
      )}
      {account.allowed_actions?.includes('request_access') && (
        <Button variant="default" onClick={() => setIsAsking(true)}>
          {t('accounts.act.request_access')}
        </Button>
      )}
      <ActionButtons
        allowed={account.allowed_actions ?? []}
        actions={[
          act('reset', async () => onLink(await reset(account))),
          act('sign_out', () => signOutEverywhere(account)),
          act('remove_otp', () => removeOtp(account)),
          act('disable', () => disable(account), 'grave'),
          act('enable', () => enable(account)),
        ]}
      />
      {isAsking && <RequestAccessDialog account={account} onClose={() => setIsAsking(false)} />}
      {isProposing && <ProposeDialog account={account} onClose={() => setIsProposing(false)} />}
      {isEditing && <RolesDialog account={account} onClose={() => setIsEditing(false)} />}
    </>
  );
}
