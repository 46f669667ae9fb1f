/** Fetches what a list shows as a file; the list's address and filters stay the same, only `Accept` differs. */
import { send } from './send';

export const FORMATS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
} as const;
export type Format = keyof typeof FORMATS;

export async function download(
  path: string,
  query: URLSearchParams,
  format: Format,
  name: string,
): Promise<void> {
  const address = new URL(path, location.origin);
  address.search = query.toString();
  const response = await send(new Request(address, { headers: { Accept: FORMATS[format] } }));
  save(await response.blob(), `${name}.${format}`);
}

/** Hands what the page holds to the person as a file. */
export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The click has already taken the address over; a later turn may drop it.
  setTimeout(() => URL.revokeObjectURL(url));
}
