/** The way every call leaves: language and CSRF token added, a lost session renewed once, refusals thrown. */
import i18n from 'i18next';
import { ApiProblem } from './problem';
import { signInAgain } from './reauthenticate';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const SESSIONS = '/api/gateway/v1/sessions';
const TOO_OLD = 'identity.insufficient_user_authentication';
let csrfToken: string | null = null;

/** The session query hands the token over; nothing else may. */
export function rememberCsrf(token: string | null): void {
  csrfToken = token;
}

/** What every request carries besides its own headers. */
export function standingHeaders(method: string): Record<string, string> {
  const standing: Record<string, string> = { 'Accept-Language': i18n.language || 'vi' };
  if (!SAFE.has(method) && csrfToken) standing['X-CSRF-Token'] = csrfToken;
  return standing;
}

function stamped(request: Request): Request {
  for (const [name, value] of Object.entries(standingHeaders(request.method)))
    request.headers.set(name, value);
  return request;
}

async function answer(request: Request): Promise<Response> {
  try {
    return await fetch(stamped(request));
  } catch (error) {
    // An aborted call is no failure: the query library asked for it.
    if (request.signal.aborted) throw error;
    throw ApiProblem.network();
  }
}

/** Signing in again in another tab ends this tab's token; the session itself is fine. */
async function renewCsrf(): Promise<boolean> {
  const response = await answer(new Request(`${location.origin}${SESSIONS}/current`));
  if (!response.ok) return false;
  rememberCsrf(((await response.json()) as { csrf_token: string }).csrf_token);
  return true;
}

/** Whether what stood in the way of a refused call is gone, so that it may be repeated. */
async function isMended(problem: ApiProblem, path: string): Promise<boolean> {
  if (problem.code === 'sessions.csrf') return renewCsrf();
  // A wrong password in a form is that form's to say, not a session that ran out.
  if (problem.status !== 401 || path.startsWith(SESSIONS) || problem.code.startsWith('sessions.'))
    return false;
  return signInAgain(problem.code === TOO_OLD ? 'prove' : 'expired').then(
    () => true,
    () => false,
  );
}

export async function send(request: Request): Promise<Response> {
  // A body can be read once, so the second try needs its own copy.
  const again = request.clone();
  const first = await answer(request);
  if (first.ok) return first;
  const problem = await ApiProblem.of(first);
  if (!(await isMended(problem, new URL(request.url).pathname))) throw problem;
  const second = await answer(again);
  if (!second.ok) throw await ApiProblem.of(second);
  return second;
}
