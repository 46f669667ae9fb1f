import { Button, Tooltip } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { onDemand } from '../onDemand';

const ActionDialog = onDemand(() => import('./ActionDialog').then((m) => m.ActionDialog));

export type RecordAction = {
  /** As `allowed_actions` names it. */
  name: string;
  label: string;
  /** What happens when it is done, in a sentence. */
  consequence: string;
  tone?: 'main' | 'plain' | 'grave';
  /** A reason is asked for, and kept in the history. */
  reason?: boolean;
  /** What is shown while it runs, for what takes its time. */
  waiting?: ReactNode;
  run: (reason: string) => Promise<unknown>;
};

const LOOK = {
  main: { variant: 'filled' },
  plain: { variant: 'default' },
  grave: { variant: 'light', color: 'red' },
} as const;

/** Buttons for what the server says this person may do now; no role or status is looked at here. */
export function ActionButtons({
  actions,
  allowed,
}: {
  actions: readonly RecordAction[];
  allowed: readonly string[];
}) {
  const [asked, setAsked] = useState<RecordAction | null>(null);
  return (
    <>
      {actions
        .filter(({ name }) => allowed.includes(name))
        .map((action) => (
          <Tooltip
            key={action.name}
            label={action.consequence}
            multiline
            maw={320}
            events={{ hover: true, focus: true, touch: false }}
          >
            <Button {...LOOK[action.tone ?? 'plain']} onClick={() => setAsked(action)}>
              {action.label}
            </Button>
          </Tooltip>
        ))}
      {asked && <ActionDialog action={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
