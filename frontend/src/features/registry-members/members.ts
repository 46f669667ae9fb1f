/** Member organisations: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Member = components['schemas']['MemberOut'];
export type MemberItem = components['schemas']['MemberItem'];

export const members = collection<MemberItem, Member>('members');
