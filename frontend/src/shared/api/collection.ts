/** The calls that every plain collection of the registry answers: list, record, history, enter, change, steps. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from './client';
import type { components } from './generated/registry';
import { keyset, type Page } from './keyset';
import { idempotency, ifMatch, MERGE_PATCH } from './preconditions';

type History = components['schemas']['History'];
type Call = (path: never, init: never) => Promise<{ data?: unknown }>;
// One function for all collections: the address is put together here, what comes back is typed by its caller.
const send = <T>(call: unknown, path: string, init: object) =>
  body((call as Call)(path as never, init as never) as Promise<{ data?: T }>);

/** `name` is the collection's word in the address: `members`. */
export function collection<Item, Saved extends { id: string; version: number }>(name: string) {
  const path = `/v1/${name}`;
  return {
    name,
    list: (search: object) =>
      keyset<Item>(['registry', name, 'list', search], ({ cursor, signal }) =>
        send<Page<Item>>(registry.GET, path, {
          params: { query: { limit: 100, ...search, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    one: (id: string) =>
      queryOptions({
        queryKey: ['registry', name, id],
        queryFn: ({ signal }) => send<Saved>(registry.GET, `${path}/${id}`, { signal }),
      }),
    history: (id: string) =>
      queryOptions({
        queryKey: ['registry', name, id, 'history'],
        queryFn: ({ signal }) => send<History>(registry.GET, `${path}/${id}/history`, { signal }),
      }),
    create: (values: object, key: string) =>
      send<Saved>(registry.POST, path, { params: { header: idempotency(key) }, body: values }),
    change: (id: string, version: number, values: object) =>
      send<Saved>(registry.PATCH, `${path}/${id}`, {
        params: { header: ifMatch({ version }) },
        body: values,
        headers: MERGE_PATCH,
      }),
    step: (record: Saved, word: string, values: object) =>
      send<Saved>(registry.POST, `${path}/${record.id}/${word}`, {
        params: { header: ifMatch(record) },
        body: values,
      }),
  };
}

export type Collection<Item, Saved extends { id: string; version: number }> = ReturnType<
  typeof collection<Item, Saved>
>;
