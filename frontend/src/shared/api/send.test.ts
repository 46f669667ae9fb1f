import { afterEach, expect, test, vi } from 'vitest';
import { expiry } from './reauthenticate';
import { rememberCsrf, send } from './send';

const asked: { method: string; csrf: string | null; language: string | null; body: string }[] = [];

function answers(...statuses: number[]) {
  vi.stubGlobal('fetch', async (request: Request) => {
    const { headers, method } = request;
    asked.push({
      method,
      csrf: headers.get('X-CSRF-Token'),
      language: headers.get('Accept-Language'),
      body: await request.text(),
    });
    const status = statuses.shift();
    if (status === undefined) throw new TypeError('no network');
    const code = status === 403 ? 'sessions.csrf' : `code.${status}`;
    return new Response(JSON.stringify({ code, csrf_token: 'renewed' }), { status });
  });
}
const post = () => send(new Request('http://localhost/api/aid/v1/grants', { method: 'POST', body: 'x' }));

afterEach(() => {
  asked.length = 0;
  rememberCsrf(null);
  vi.unstubAllGlobals();
});

test('only unsafe calls carry the CSRF token, all carry the language', async () => {
  rememberCsrf('t1');
  answers(200, 200);

  await send(new Request('http://localhost/api/aid/v1/grants'));
  await post();

  expect(asked.map(({ csrf, language }) => [csrf, language])).toEqual([
    [null, 'vi'],
    ['t1', 'vi'],
  ]);
});

test('a refusal is thrown, and so is a network that does not answer', async () => {
  answers(409);
  await expect(post()).rejects.toMatchObject({ status: 409, code: 'code.409' });
  await expect(post()).rejects.toMatchObject({ status: 0, code: 'network' });
});

test('a call whose session ran out waits, then repeats itself with the new token', async () => {
  rememberCsrf('old');
  answers(401, 200);
  const call = post();
  await vi.waitUntil(expiry.isExpired);
  rememberCsrf('new');

  expiry.settle(true);

  expect((await call).status).toBe(200);
  expect(asked.map(({ csrf, body }) => [csrf, body])).toEqual([
    ['old', 'x'],
    ['new', 'x'],
  ]);
});

test('a person who does not sign in again gets the refusal', async () => {
  answers(401);
  const call = post();
  await vi.waitUntil(expiry.isExpired);

  expiry.settle(false);

  await expect(call).rejects.toMatchObject({ status: 401 });
});

test('asking who is signed in never opens the dialog', async () => {
  answers(401);

  await expect(send(new Request('http://localhost/api/gateway/v1/sessions/current'))).rejects.toMatchObject({
    status: 401,
  });
  expect(expiry.isExpired()).toBe(false);
});

test('a token another tab made old is renewed without asking anybody', async () => {
  rememberCsrf('old');
  answers(403, 200, 200);

  await post();

  expect(asked.map(({ method, csrf }) => [method, csrf])).toEqual([
    ['POST', 'old'],
    ['GET', null],
    ['POST', 'renewed'],
  ]);
});
