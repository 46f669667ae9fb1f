/** Needs of localities: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Need = components['schemas']['NeedOut'];
export type NeedItem = components['schemas']['NeedItem'];

export const needs = collection<NeedItem, Need>('needs');
