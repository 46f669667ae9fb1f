/** The steps of a dossier. Each is made on the version that the person saw. */
import { aid, body } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/aid';
import { ifMatch } from '../../shared/api/preconditions';
import type { Grant } from './grant';

export type Appraisal = components['schemas']['AppraiseIn'];
export type Approval = components['schemas']['ApproveIn'];

const on = (grant: Grant) => ({ path: { grant_id: grant.id }, header: ifMatch(grant) });

export const submitGrant = (grant: Grant) =>
  body(aid.POST('/v1/grants/{grant_id}/submit', { params: on(grant) }));
export const withdrawGrant = (grant: Grant, reason: string) =>
  body(aid.POST('/v1/grants/{grant_id}/withdraw', { params: on(grant), body: { reason } }));
export const returnGrant = (grant: Grant, reason: string) =>
  body(aid.POST('/v1/grants/{grant_id}/return', { params: on(grant), body: { reason } }));
export const rejectGrant = (grant: Grant, reason: string) =>
  body(aid.POST('/v1/grants/{grant_id}/reject', { params: on(grant), body: { reason } }));
export const appraiseGrant = (grant: Grant, appraisal: Appraisal) =>
  body(aid.POST('/v1/grants/{grant_id}/appraise', { params: on(grant), body: appraisal }));
export const approveGrant = (grant: Grant, approval: Approval) =>
  body(aid.POST('/v1/grants/{grant_id}/approve', { params: on(grant), body: approval }));
export const takeOverGrant = (grant: Grant, reason: string) =>
  body(aid.POST('/v1/grants/{grant_id}/take-over', { params: on(grant), body: { reason } }));
