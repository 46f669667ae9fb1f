import { Button } from '@mantine/core';
import { useState } from 'react';
import { onDemand } from '../onDemand';
import type { Field } from './sheet';
import type { Values } from './values';

export type Step = {
  label: string;
  /** What happens when it is done, in a sentence. */
  consequence: string;
  fields: readonly Field[];
  /** What the fields begin with. */
  given?: object;
  tone?: 'main' | 'plain' | 'grave';
  run: (values: Values) => Promise<unknown>;
};

const StepDialog = onDemand(() => import('./StepDialog').then((m) => m.StepDialog));

const LOOK = {
  main: { variant: 'filled' },
  plain: { variant: 'default' },
  grave: { variant: 'light', color: 'red' },
} as const;

/** A step that wants to be told something: a button, and a dialog that asks for it. */
export function StepButton(step: Step) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button {...LOOK[step.tone ?? 'plain']} onClick={() => setIsOpen(true)}>
        {step.label}
      </Button>
      {isOpen && <StepDialog step={step} onClose={() => setIsOpen(false)} />}
    </>
  );
}
