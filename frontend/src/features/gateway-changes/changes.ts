/** The change logs of the house: one list for each part, all of the same shape. */
import { aid, body, events, gateway, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/gateway';
import { keyset, type Page } from '../../shared/api/keyset';
import type { ChangeSearch } from './search';

/** The chassis writes the log alike in every part, so one part's type stands for all. */
export type Entry = components['schemas']['ChangeEntry'];
export const LOGS = ['registry', 'aid', 'events', 'gateway'] as const;
export type Log = (typeof LOGS)[number];
export const KINDS = ['person', 'client', 'system'] as const;

type Get = (path: '/v1/changes/entries', init: object) => Promise<{ data?: Page<Entry> }>;
const READ = {
  gateway: gateway.GET,
  registry: registry.GET,
  aid: aid.GET,
  events: events.GET,
} as unknown as Record<Log, Get>;

export const logOf = ({ log }: ChangeSearch): Log => LOGS.find((one) => one === log) ?? 'registry';

export const changesQuery = ({ log, ...filters }: ChangeSearch) =>
  keyset<Entry>(['changes', log, filters], ({ cursor, signal }) => {
    const query = { ...filters, cursor, limit: 50 };
    return body(READ[logOf(log ? { log } : {})]('/v1/changes/entries', { params: { query }, signal }));
  });
