/** What a union's own program does, through the types that openapi-typescript made, under strict tsc. */
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

declare const process: { env: Record<string, string | undefined>; exit(status: number): never };
declare const console: { log(line: string): void; error(line: string): void };

type Recipient = components['schemas']['aid_RecipientOut'];
type Wanted = components['schemas']['aid_RecipientIn'];

const { HOUSE_URL: baseUrl = '', TOKEN: token = '' } = process.env;
const house = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
const mark = crypto.randomUUID().slice(0, 8);
const done: string[] = [];

function expect(holds: boolean, what: string, seen?: unknown): void {
  if (!holds) {
    console.error(`not as promised: ${what} ${JSON.stringify(seen)}`);
    process.exit(1);
  }
  done.push(what);
}
const wanted = (number: number): Wanted => ({
  kind: 'public_unit',
  name_vi: `Trường ${mark} ${number} (demo)`,
  province: 'VN-79',
});
const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });
const list = '/api/aid/v1/recipients';
const one = '/api/aid/v1/recipients/{recipient_id}';

const made: Recipient[] = [];
for (const number of [0, 1, 2]) {
  const header = key();
  for (const _ of ['first', 'again']) {
    const { data, error, response } = await house.POST(list, { params: { header }, body: wanted(number) });
    expect(response.status === 201 && data !== undefined, 'create', error);
    if (_ === 'again' && data) made.push(data);
    if (_ === 'again') expect(response.headers.get('Idempotent-Replayed') === 'true', 'repeat');
  }
}

const found: string[] = [];
for (let cursor: string | null | undefined; cursor !== null; ) {
  const query = { limit: 2, q: mark, ...(cursor && { cursor }) };
  const { data, error } = await house.GET(list, { params: { query } });
  if (!data || typeof data === 'string') throw new Error(JSON.stringify(error));
  found.push(...data.items.map(({ id }) => id));
  cursor = data.next_cursor ?? null;
}
const ids = made.map(({ id }) => id);
expect(found.length === 3 && ids.every((id) => found.includes(id)), 'page', found);

const id = ids[0] ?? '';
const change = (version: number) =>
  house.PATCH(one, {
    params: { path: { recipient_id: id }, header: { ...key(), 'If-Match': `"${version}"` } },
    body: { name_en: 'School' },
    headers: { 'Content-Type': 'application/merge-patch+json' },
  });
const stale = await change(9);
expect(stale.response.status === 412 && stale.error?.code !== undefined, 'conflict', stale.error);
expect((await change(1)).data?.name_en === 'School', 'change');
const twice = await house.POST(list, { params: { header: key() }, body: { ...wanted(0), id } });
expect(twice.response.status === 409 && twice.error?.code !== undefined, 'conflict', twice.error);

const accounts = await house.GET('/api/gateway/v1/accounts');
expect(accounts.error?.code === 'identity.role', 'refusal', accounts.error);
const nowhere = await house.POST(list, {
  params: { header: key() },
  body: { ...wanted(4), province: 'nowhere' },
});
expect(nowhere.error?.errors?.[0]?.pointer === '/body/province', 'refusal', nowhere.error);

for (const recipient_id of ids) {
  const version = recipient_id === id ? 2 : 1;
  const header = { 'If-Match': `"${version}"` };
  const { response } = await house.DELETE(one, { params: { path: { recipient_id }, header } });
  expect(response.status === 204, 'delete');
}
console.log(`${done.length} steps as promised: ${[...new Set(done)].join(', ')}`);
