/** What people ask about their own data, and by when they must hear. */
import type { QueryClient } from '@tanstack/react-query';
import { body, gateway } from '../../shared/api/client';
import type { components, operations } from '../../shared/api/generated/gateway';
import { keyset } from '../../shared/api/keyset';
import { ifMatch } from '../../shared/api/preconditions';
import type { SubjectRequestSearch } from './search';

export type SubjectRequest = components['schemas']['SubjectRequestOut'];
export type Entered = components['schemas']['SubjectRequestIn'];
export type Outcome = components['schemas']['FinishedIn']['outcome'];
type Query = NonNullable<operations['list_subject_requests']['parameters']['query']>;

export const KINDS = ['access', 'correct', 'erase', 'withdraw', 'restrict', 'object'] as const;
export const STATUSES = ['received', 'answered', 'finished'] as const;
export const OUTCOMES = ['done', 'partly', 'refused', 'taken_back'] as const;

export const subjectRequestsQuery = (search: SubjectRequestSearch) =>
  keyset(['gateway', 'subject-requests', search], ({ cursor, signal }) => {
    // the address holds text; the server refuses a value that is not of its contract
    const query = { ...search, cursor, limit: 100 } as unknown as Query;
    return body(gateway.GET('/v1/subject-requests', { params: { query }, signal }));
  });

const at = (one: SubjectRequest) => ({ path: { request_id: one.id }, header: ifMatch(one) });

export const enter = (said: Entered) => body(gateway.POST('/v1/subject-requests', { body: said }));

export const answer = (one: SubjectRequest, text: string) =>
  body(gateway.POST('/v1/subject-requests/{request_id}/answer', { params: at(one), body: { answer: text } }));

export const extend = (one: SubjectRequest, reason: string) =>
  body(gateway.POST('/v1/subject-requests/{request_id}/extend', { params: at(one), body: { reason } }));

export const finish = (one: SubjectRequest, outcome: Outcome, result: string) =>
  body(
    gateway.POST('/v1/subject-requests/{request_id}/finish', { params: at(one), body: { outcome, result } }),
  );

// the first page counts what falls due as well
export const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: ['gateway'] });
