/** Parties: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Party = components['schemas']['PartyOut'];
export type PartyItem = components['schemas']['PartyItem'];

export const parties = collection<PartyItem, Party>('parties');
