/** Who is signed in. One query holds it; the CSRF token follows it. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { body, gateway } from './client';
import type { components } from './generated/gateway';
import { ApiProblem } from './problem';
import { rememberCsrf } from './send';

export type Session = components['schemas']['SessionOut'];
export type Person = components['schemas']['PersonOut'];
export type Credentials = components['schemas']['SessionIn'];

async function current(signal: AbortSignal): Promise<Session | null> {
  try {
    const session = await body(gateway.GET('/v1/sessions/current', { signal }));
    rememberCsrf(session.csrf_token);
    return session;
  } catch (problem) {
    // Nobody signed in is an answer, not a failure.
    if (problem instanceof ApiProblem && problem.status === 401) return null;
    throw problem;
  }
}

export const sessionQuery = queryOptions({
  queryKey: ['gateway', 'session'],
  queryFn: ({ signal }) => current(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The session that an answer put in place of the one before: its cookie is set, its token is new. */
export function goOn(client: QueryClient, session: Session): void {
  rememberCsrf(session.csrf_token);
  client.setQueryData(sessionQuery.queryKey, session);
}

export async function signIn(credentials: Credentials): Promise<void> {
  await gateway.POST('/v1/sessions', { body: credentials });
}

/** With a passkey alone: the device has verified the person. */
export async function signInWithPasskey(said: components['schemas']['AssertionIn']): Promise<void> {
  await gateway.POST('/v1/sessions/passkey', { body: said });
}

export async function signOut(): Promise<void> {
  await gateway.DELETE('/v1/sessions/current');
  rememberCsrf(null);
}
