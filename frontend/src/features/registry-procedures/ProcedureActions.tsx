import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../../shared/ui/onDemand';
import type { Procedure } from './procedure';
import { STEP_LOOK, STEPS, type StepName } from './words';

const StepDialog = onDemand(() => import('./StepDialog').then((m) => m.StepDialog));

const LOOK = {
  main: { variant: 'filled' },
  plain: { variant: 'default' },
  grave: { variant: 'light', color: 'red' },
} as const;

/** The steps that the server offers this person now; each asks for its day, paper and reason. */
export function ProcedureActions({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<StepName | null>(null);
  return (
    <>
      {STEPS.filter((name) => procedure.allowed_actions?.includes(name)).map((name) => (
        <Button key={name} {...LOOK[STEP_LOOK[name]]} onClick={() => setAsked(name)}>
          {t(`registry_procedures.act.${name}`)}
        </Button>
      ))}
      {asked && <StepDialog procedure={procedure} name={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
