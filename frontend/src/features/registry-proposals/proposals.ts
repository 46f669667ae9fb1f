/** Proposals: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Proposal = components['schemas']['ProposalOut'];
export type ProposalItem = components['schemas']['ProposalItem'];

export const proposals = collection<ProposalItem, Proposal>('proposals');
