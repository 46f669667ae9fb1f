/** The headers by which a write is safe to repeat and never overwrites what the writer has not seen. */

/** `If-Match` of the version the person was looking at. */
export function ifMatch(record: { version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${record.version}"` };
}

/** One key per intention: make it when the form opens, so that a second press of Save is the same creation. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

export function idempotency(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

/** For openapi-fetch calls that change part of a record. */
export const MERGE_PATCH = { 'Content-Type': 'application/merge-patch+json' } as const;
