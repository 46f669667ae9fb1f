import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../shared/ui/onDemand';
import { ActionButtons, type RecordAction } from '../../shared/ui/record/ActionButtons';
import type { Grant } from './grant';
import { rejectGrant, returnGrant, submitGrant, takeOverGrant, withdrawGrant } from './steps';

const AppraiseDialog = onDemand(() => import('./AppraiseDialog').then((m) => m.AppraiseDialog));
const ApproveDialog = onDemand(() => import('./ApproveDialog').then((m) => m.ApproveDialog));

type Step = 'take_over' | 'submit' | 'return' | 'withdraw' | 'reject';

/** The steps that the server offers this person; two of them ask for more than a reason. */
export function GrantActions({ grant }: { grant: Grant }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState<'appraise' | 'approve' | null>(null);
  const allowed = grant.allowed_actions ?? [];
  const renew = () => client.invalidateQueries({ queryKey: ['aid', 'grants'] });
  const step = (
    name: Step,
    run: (reason: string) => Promise<unknown>,
    look: Pick<RecordAction, 'tone' | 'reason'>,
  ): RecordAction => ({
    name,
    label: t(`aid_grants.act.${name}`),
    consequence: t(`aid_grants.consequence.${name}`),
    run: async (reason) => {
      await run(reason);
      await renew();
    },
    ...look,
  });
  const actions = [
    step('take_over', (reason) => takeOverGrant(grant, reason), { tone: 'main', reason: true }),
    step('submit', () => submitGrant(grant), { tone: 'main' }),
    step('return', (reason) => returnGrant(grant, reason), { reason: true }),
    step('withdraw', (reason) => withdrawGrant(grant, reason), { tone: 'grave', reason: true }),
    step('reject', (reason) => rejectGrant(grant, reason), { tone: 'grave', reason: true }),
  ];
  const done = () => {
    setAsked(null);
    void renew();
  };
  return (
    <>
      {(['appraise', 'approve'] as const)
        .filter((name) => allowed.includes(name))
        .map((name) => (
          <Button key={name} onClick={() => setAsked(name)}>
            {t(`aid_grants.act.${name}`)}
          </Button>
        ))}
      <ActionButtons actions={actions} allowed={allowed} />
      {asked === 'appraise' && <AppraiseDialog grant={grant} onDone={done} onClose={() => setAsked(null)} />}
      {asked === 'approve' && <ApproveDialog grant={grant} onDone={done} onClose={() => setAsked(null)} />}
    </>
  );
}
