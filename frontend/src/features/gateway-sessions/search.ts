export type SignInSearch = { next?: string };

/** Only a path of this site is followed after signing in; anything else would be an open redirect. */
export function signInSearch(raw: Record<string, unknown>): SignInSearch {
  const next = raw.next;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}
