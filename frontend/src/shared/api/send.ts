/** The way every call leaves: language and CSRF token added, a lost session renewed once, refusals thrown. */
import i18n from 'i18next';
import { ApiProblem } from './problem';
import { signInAgain } from './reauthenticate';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const SESSIONS = '/api/gateway/v1/sessions';
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

export async function send(request: Request): Promise<Response> {
  // A body can be read once, so the second try needs its own copy.
  const again = request.clone();
  let response = await answer(request);
  if (response.status === 401 && !new URL(request.url).pathname.startsWith(SESSIONS)) {
    const refused = response;
    await signInAgain().catch(async () => {
      throw await ApiProblem.of(refused);
    });
    response = await answer(again);
  }
  if (!response.ok && response.status !== 304) throw await ApiProblem.of(response);
  return response;
}
