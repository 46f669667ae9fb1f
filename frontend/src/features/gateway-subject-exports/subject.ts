/** One person in the whole house: found, taken as a file, erased part by part under one mark. */
import { queryOptions } from '@tanstack/react-query';
import { aid, body, events, gateway, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/gateway';
import { ifMatch } from '../../shared/api/preconditions';

export type Export = components['schemas']['SubjectExportOut'];
export type Part = components['schemas']['SubjectOut'];
export type Found = components['schemas']['FoundRecord'];
export type Paper = components['schemas']['FoundFile'];
type Erasure = components['schemas']['ErasureOut'];
export type Named = { resource: string; id: string };
type Subject = { texts: string[]; account_id: string | null };

export const SERVICES = ['gateway', 'registry', 'aid', 'events'] as const;
export type Service = (typeof SERVICES)[number];
const MOST_RECORDS = 50;

/** The chassis answers alike in every part, so one part's client stands for all. */
const clients = { gateway, registry, aid, events } as unknown as Record<Service, typeof gateway>;

export const accountsQuery = (q: string) =>
  queryOptions({
    queryKey: ['gateway', 'accounts', 'choice', q],
    queryFn: ({ signal }) =>
      body(gateway.GET('/v1/accounts', { params: { query: { ...(q && { q }), limit: 20 } }, signal })),
  });

export const exportSubject = (subject: Subject) =>
  body(gateway.POST('/v1/subject-exports', { body: subject }));

/** What a record is called, whatever kind it is; its id where it has no name; null once deleted. */
export function nameOf({ record, id, entries }: Found): string | null {
  if (!record) return entries ? null : `…${id.slice(-12)}`;
  for (const key of ['title_vi', 'name_vi', 'name', 'person', 'title', 'username', 'number']) {
    const value = record[key];
    if (typeof value === 'string' && value) return value;
  }
  return `…${id.slice(-12)}`;
}

/** An account is erased as a whole, by its own operation, and only when it was asked about. */
export const isAccount = ({ resource }: Named) => resource === 'accounts';

export const keyOf = (service: Service, found: Found) => `${service}/${found.resource}/${found.id}`;

export type Done = { service: Service; mark: string; records: number; entries: number };

/** Thrown where the house stopped half-way: which part refused, and why. */
export class Stopped extends Error {
  readonly service: Service;
  constructor(service: Service, cause: unknown) {
    super('stopped', { cause });
    this.service = service;
  }
}

const portions = <T>(all: T[]): T[][] =>
  all.length > MOST_RECORDS ? [all.slice(0, MOST_RECORDS), ...portions(all.slice(MOST_RECORDS))] : [all];

async function eraseAccount(id: string, subject: Subject, reason: string, account_id: string) {
  const path = { account_id };
  const account = await body(gateway.GET('/v1/accounts/{account_id}', { params: { path } }));
  const said = { id, texts: subject.texts, reason };
  const params = { path, header: ifMatch(account) };
  return body(gateway.POST('/v1/accounts/{account_id}/erase', { params, body: said }));
}

/** The account first: once it is closed nothing new comes under its name. Then part after part. */
export async function eraseSubject(
  subject: Subject,
  chosen: Record<Service, Named[]>,
  reason: string,
): Promise<Done[]> {
  // one mark everywhere; what a part is asked a second time has an id of its own
  const first = crypto.randomUUID();
  const done: Done[] = [];
  for (const service of SERVICES) {
    const told = ({ mark, records, entries }: Erasure) => done.push({ service, mark, records, entries });
    try {
      let id = first;
      if (service === 'gateway' && subject.account_id) {
        told(await eraseAccount(id, subject, reason, subject.account_id));
        id = crypto.randomUUID();
      }
      const acted = subject.account_id !== null && service !== 'gateway';
      for (const records of portions(chosen[service])) {
        if (records.length === 0 && !acted) continue;
        const said = { ...subject, id, records, reason };
        told(await body(clients[service].POST('/v1/subjects/erase', { body: said })));
        id = crypto.randomUUID();
      }
    } catch (cause) {
      throw new Stopped(service, cause);
    }
  }
  return done;
}
