// Serves what was built under the production policy, with a gateway of three calls: enough to look at every screen.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const PERSON = {
  id: '0190a000-0000-7000-8000-000000000001',
  username: 'lan.nguyen',
  name: 'Nguyễn Thị Lan',
  roles: ['officer'],
  unit_id: '0190a000-0000-7000-8000-000000000002',
  unit_code: 'HUFO',
  national: false,
};

const json = (response, status, body, headers = {}) => {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(JSON.stringify(body));
};
const problem = (response, status, code, detail) =>
  json(response, status, {
    type: `/problems/${code}`,
    title: '',
    status,
    code,
    detail,
    request_id: 'req-7f3a',
    errors: [],
  });

async function session(request, response) {
  if (request.method === 'GET') {
    if (!request.headers.cookie?.includes('signed_in=1'))
      return problem(response, 401, 'auth.required', 'Bạn chưa đăng nhập.');
    return json(response, 200, {
      person: PERSON,
      csrf_token: 'token',
      expires_at: '2026-12-31T17:00:00+07:00',
    });
  }
  if (request.method === 'DELETE') {
    return response.writeHead(204, { 'Set-Cookie': 'signed_in=; Path=/; Max-Age=0' }).end();
  }
  let text = '';
  for await (const part of request) text += part;
  const { password } = JSON.parse(text);
  if (password !== 'dung')
    return problem(response, 422, 'sessions.wrong', 'Tên đăng nhập hoặc mật khẩu không đúng.');
  return json(response, 201, {}, { 'Set-Cookie': 'signed_in=1; Path=/; SameSite=Lax' });
}

function serve(root, port) {
  const folder = fileURLToPath(new URL(root, import.meta.url));
  createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname.startsWith('/api/gateway/v1/sessions')) return session(request, response);
    if (pathname === '/readyz')
      return json(response, 200, { services: { registry: 'ok', aid: 'unavailable', events: 'ok' } });
    if (pathname.startsWith('/api/')) return problem(response, 404, 'not_found', 'Không tìm thấy.');
    const file = extname(pathname) ? pathname : '/index.html';
    try {
      const body = await readFile(folder + file);
      response
        .writeHead(200, {
          'Content-Type': TYPES[extname(file)] ?? 'text/plain',
          'Content-Security-Policy': POLICY,
        })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(port, '127.0.0.1');
}

const PORT = Number(process.env.E2E_PORT ?? 4801);
serve('../dist', PORT);
serve('../.e2e/gallery', PORT + 1);
