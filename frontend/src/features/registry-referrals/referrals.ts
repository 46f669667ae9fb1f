/** Referrals: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Referral = components['schemas']['ReferralOut'];
export type ReferralItem = components['schemas']['ReferralItem'];

export const referrals = collection<ReferralItem, Referral>('referrals');
