import type { components } from '../../shared/api/generated/registry';

export type Outcome = components['schemas']['Result'];
export const OUTCOMES = ['add', 'change', 'same', 'error'] as const satisfies readonly Outcome[];

/** The rows shown live in the address; another word means all of them. */
export function outcomeSearch(raw: Record<string, unknown>): { outcome?: Outcome } {
  const outcome = OUTCOMES.find((name) => name === raw.outcome);
  return outcome ? { outcome } : {};
}
