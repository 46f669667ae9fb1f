/** Who is signed in. One query holds it; the CSRF token follows it. */
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from './problem';
import { rememberCsrf, send } from './send';

export type Person = {
  id: string;
  username: string;
  name: string;
  roles: string[];
  unit_id: string;
  unit_code: string;
  national: boolean;
};
export type Session = { person: Person; csrf_token: string; expires_at: string };
export type Credentials = { username: string; password: string; otp?: string };

const SESSIONS = `${location.origin}/api/gateway/v1/sessions`;

async function current(signal: AbortSignal): Promise<Session | null> {
  try {
    const session = (await (await send(new Request(`${SESSIONS}/current`, { signal }))).json()) as Session;
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

export async function signIn(credentials: Credentials): Promise<void> {
  const body = JSON.stringify(credentials);
  await send(
    new Request(SESSIONS, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }),
  );
}

export async function signOut(): Promise<void> {
  await send(new Request(`${SESSIONS}/current`, { method: 'DELETE' }));
  rememberCsrf(null);
}
