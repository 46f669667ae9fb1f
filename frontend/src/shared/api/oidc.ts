/** The way to the provider of another house and back: the browser leaves the app and returns to one page of it. */
import { queryOptions } from '@tanstack/react-query';
import { body, gateway } from './client';
import type { components } from './generated/gateway';

export type Returned = components['schemas']['ReturnIn'];
/** Why the browser left, kept in this tab alone until it is back. */
export type Errand = { kind: 'sign-in'; next: string | undefined } | { kind: 'link' };

const KEY = 'oidc';

export const providerQuery = queryOptions({
  queryKey: ['gateway', 'oidc'],
  queryFn: ({ signal }) => body(gateway.GET('/v1/sessions/oidc', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Leaves the app; nothing after this runs. */
export async function leave(errand: Errand): Promise<void> {
  const begin = errand.kind === 'link' ? '/v1/authenticators/oidc/begin' : '/v1/sessions/oidc/begin';
  const { address } = await body(gateway.POST(begin));
  sessionStorage.setItem(KEY, JSON.stringify(errand));
  location.assign(address);
}

/** Read once: a page that is opened again finds none. */
export function takeErrand(): Errand | null {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept ? (JSON.parse(kept) as Errand) : null;
}

/** What the provider put into the address of this page; taken out of it at once. */
export function takeReturned(): Returned | null {
  const said = new URLSearchParams(location.search);
  history.replaceState(history.state, '', location.pathname);
  const [code, state, iss] = [said.get('code'), said.get('state'), said.get('iss')];
  return code && state ? { code, state, iss } : null;
}

export const signInReturned = (said: Returned) => body(gateway.POST('/v1/sessions/oidc', { body: said }));

export const signInSecond = (otp: string) => body(gateway.POST('/v1/sessions/oidc/otp', { body: { otp } }));

export const linkReturned = (said: Returned) => body(gateway.POST('/v1/authenticators/oidc', { body: said }));
