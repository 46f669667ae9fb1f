/** Unions being founded: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Founding = components['schemas']['FoundingOut'];
export type FoundingItem = components['schemas']['FoundingItem'];

export const foundings = collection<FoundingItem, Founding>('foundings');
