/** The closed word lists of procedures, and the way that each kind goes. */
import type { components } from '../../shared/api/generated/registry';
import type { Tone } from '../../shared/ui/StatusBadge';

export type Kind = components['schemas']['ProcedureKind'];
export type Status = components['schemas']['ProcedureStatus'];
export const KINDS = [
  'grant',
  'extend',
  'amend',
  'reissue',
  'suspend',
  'lift',
  'terminate',
  'self_terminate',
] as const satisfies readonly Kind[];

export const STATUS_TONE = {
  draft: 'neutral',
  submitted: 'progress',
  supplement_requested: 'warning',
  accepted: 'progress',
  consulting: 'progress',
  opinions_complete: 'progress',
  ministry_appraisal: 'progress',
  granted: 'good',
  refused: 'bad',
  suspended: 'bad',
  awaiting_remedy: 'warning',
  remedy_reported: 'progress',
  revoked: 'bad',
  winding_up: 'warning',
  notified: 'progress',
  completed: 'good',
  closed_refused: 'bad',
  dismissed: 'neutral',
  not_remedied: 'bad',
  withdrawn: 'neutral',
} as const satisfies Record<Status, Tone>;
export const STATUSES = Object.keys(STATUS_TONE) as Status[];

const FILING = [
  'draft',
  'submitted',
  'accepted',
  'consulting',
  'opinions_complete',
  'ministry_appraisal',
  'granted',
  'completed',
] as const satisfies readonly Status[];

/** The way to the usual end, to show how far a procedure has come. */
export const WAY: Record<Kind, readonly Status[]> = {
  grant: FILING,
  extend: FILING,
  amend: FILING,
  reissue: FILING,
  suspend: ['draft', 'consulting', 'opinions_complete', 'suspended', 'completed'],
  lift: ['awaiting_remedy', 'remedy_reported', 'completed'],
  terminate: ['draft', 'consulting', 'opinions_complete', 'revoked', 'winding_up', 'completed'],
  self_terminate: ['draft', 'notified', 'completed'],
};

/** The steps in the order of their buttons; the look of each. */
export const STEP_LOOK = {
  file: 'main',
  accept: 'main',
  return: 'plain',
  consult: 'main',
  reply: 'main',
  conclude: 'plain',
  meet: 'plain',
  forward: 'main',
  grant: 'main',
  refuse: 'grave',
  deliver: 'main',
  notify: 'main',
  suspend: 'grave',
  revoke: 'grave',
  dismiss: 'plain',
  report: 'main',
  lift: 'main',
  reject: 'grave',
  close: 'main',
  withdraw: 'plain',
} as const;
export type StepName = keyof typeof STEP_LOOK;
export const STEPS = Object.keys(STEP_LOOK) as StepName[];
