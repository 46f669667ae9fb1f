/** Officers: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Officer = components['schemas']['OfficerOut'];
export type OfficerItem = components['schemas']['OfficerItem'];

export const officers = collection<OfficerItem, Officer>('officers');
