import { expect, test } from 'vitest';
import { type Client, stateOf } from './clients';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const client = (values: Partial<Client>) => ({ disabled_at: null, ...values }) as Client;

test.each([
  [{ secret_expires_at: '2027-11-22T00:00:00Z' }, 'active'],
  [{ secret_expires_at: '2026-12-22T00:00:01Z' }, 'active'],
  [{ secret_expires_at: '2026-12-22T00:00:00Z' }, 'ending'],
  [{ secret_expires_at: '2026-11-22T00:00:00Z' }, 'expired'],
  [{ secret_expires_at: '2027-11-22T00:00:00Z', disabled_at: '2026-01-01T00:00:00Z' }, 'disabled'],
])('%j is %s', (values, state) => {
  expect(stateOf(client(values), NOW)).toBe(state);
});
