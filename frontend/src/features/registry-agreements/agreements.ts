/** Agreements: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Agreement = components['schemas']['AgreementOut'];
export type AgreementItem = components['schemas']['AgreementItem'];

export const agreements = collection<AgreementItem, Agreement>('agreements');
