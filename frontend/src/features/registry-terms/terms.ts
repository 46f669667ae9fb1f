/** Terms: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Term = components['schemas']['TermOut'];
export type TermItem = components['schemas']['TermItem'];

export const terms = collection<TermItem, Term>('terms');
