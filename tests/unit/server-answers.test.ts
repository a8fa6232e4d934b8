/** What every answer carries, what an answer says itself, and what the log keeps of it. A small built site, a small service. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, describe, expect, test } from 'vitest';
import { siteApp } from '../../src/server/app.ts';
import { clientAddress } from '../../src/server/client-address.ts';
import type { Log } from '../../src/server/service.ts';
import { staffApp } from '../../src/server/staff-app.ts';
import { wholeOrCut } from '../../src/server/whole-or-cut.ts';
import { listening, socketTo, until } from './server-sockets.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const [file, text] of [
  ['404.html', '<!doctype html><p>not here'],
  ['index.html', '<!doctype html><p>home'],
  ['pledge/sign/index.html', '<!doctype html><p>no signatures here'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
] as const) {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Takes the address of the form over from the files, as the pledge does. */
const service = () => {
  const app = new Hono();
  app.use('/pledge/*', async (_, next) => next());
  app.get('/pledge/sign/', (context) => context.html('<!doctype html><p>the form'));
  app.post('/pledge/sign/', async (context) =>
    context.text(`took ${(await context.req.text()).length} from ${clientAddress(context)}`, 422),
  );
  app.get('/pledge/signed/:id/badge.svg', (context) =>
    context.body('<svg xmlns="http://www.w3.org/2000/svg"/>', 200, {
      'Content-Type': 'image/svg+xml',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Security-Policy': "default-src 'none'",
    }),
  );
  app.get('/pledge/broken/', () => {
    throw Object.assign(new TypeError('jo@example.org cannot be read'), { code: 'EBROKEN' });
  });
  return app;
};

const site = async (more: { base?: string; https?: boolean; trustedProxies?: string[] } = {}) => {
  const errors: Record<string, unknown>[] = [];
  const log: Log = (fields) => void errors.push(fields);
  const app = siteApp({ folder, base: more.base ?? '/', service: service(), https: more.https ?? false, log });
  return { ...(await listening(app, { trustedProxies: more.trustedProxies ?? [] })), errors };
};

test.each([
  ['/pledge/sign/index.html?a=b', '/pledge/sign/?a=b'],
  ['/index.html', '/'],
])('%s leads to the page, so that no older page of the build shows under the name of its file', async (asked, place) => {
  const { url } = await site();
  const answer = await fetch(url + asked, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('Location')]).toEqual([301, place]);
  expect((await fetch(`${url}/%0d%0aX:y/index.html`, { redirect: 'manual' })).status).toBe(404);
});

describe('Static site: headers', () => {
  test('every answer has them, the 404, the 405 and the service too', async () => {
    const { url } = await site({ https: true });
    for (const [path, method, status] of [
      ['/', 'GET', 200],
      ['/nothing/', 'GET', 404],
      ['/', 'PUT', 405],
      ['/pledge/sign/', 'POST', 422],
      ['/pledge/broken/', 'GET', 500],
    ] as const) {
      const answer = await fetch(url + path, { method });
      expect([path, answer.status]).toEqual([path, status]);
      const header = (name: string) => answer.headers.get(name) ?? '';
      expect(Number(/max-age=(\d+)/.exec(header('strict-transport-security'))?.[1]), path).toBeGreaterThanOrEqual(31_536_000);
      expect(header('content-security-policy'), path).toContain("frame-ancestors 'none'");
      expect(header('content-security-policy'), path).toContain("base-uri 'none'");
      expect(header('x-content-type-options'), path).toBe('nosniff');
      expect(header('referrer-policy'), path).toBe('strict-origin-when-cross-origin');
      expect(header('x-frame-options'), path).toBe('DENY');
      expect(header('cross-origin-opener-policy'), path).toBe('same-origin');
      expect(header('cross-origin-resource-policy'), path).toBe('same-origin');
      expect(header('permissions-policy'), path).toContain('camera=()');
      expect(header('x-powered-by') + header('server'), path).toBe('');
    }
  });

  test('without HTTPS no browser is told to insist on it', async () =>
    expect((await fetch((await site()).url)).headers.get('strict-transport-security')).toBeNull());

  test('a badge may be shown on other sites, and keeps its own policy; a drawing of the site may not', async () => {
    const { url } = await site();
    const badge = await fetch(`${url}/pledge/signed/bcdfghjk/badge.svg`);
    expect(badge.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(badge.headers.get('content-security-policy')).toBe("default-src 'none'");
    const drawing = await fetch(`${url}/drawing.svg`);
    expect(drawing.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(drawing.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('the service and the files', () => {
  test.each(['/', '/local-offer/'])('below %s the form is answered by the service, the rest by the files', async (base) => {
    const { url } = await site({ base });
    const at = `${url}${base}`;
    expect(await (await fetch(`${at}pledge/sign/`)).text()).toContain('the form');
    expect(await (await fetch(`${at}pledge/sign/`, { method: 'POST', body: 'abc' })).text()).toBe('took 3 from 127.0.0.1');
    expect(await (await fetch(at)).text()).toContain('home');
  });

  test.each([
    ['DELETE', '/pledge/sign/', 'GET, HEAD, POST'],
    ['OPTIONS', '/pledge/sign/', 'GET, HEAD, POST'],
    ['POST', '/', 'GET, HEAD'],
    ['POST', '/nothing/', 'GET, HEAD'],
  ])('%s %s is answered 405, with what is allowed', async (method, path, allow) => {
    const answer = await fetch((await site()).url + path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  });

  test('Host or forwarded-header spoof: what a request calls the site is in no answer', async () => {
    const { server } = await site();
    for (const [path, status] of [
      ['/pledge/sign', 301],
      ['/', 200],
      ['/nothing/', 404],
    ] as const) {
      const words = `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n`;
      const answer = await socketTo(server.port, words).closed;
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).not.toMatch(/evil|gopher/);
    }
  });

  test.each(['evil.example/a', 'a b', '[', ''])('a Host of "%s" is no fault of ours', async (host) => {
    const { server } = await site();
    const answer = await socketTo(server.port, `GET /pledge/sign HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`).closed;
    expect(answer).toMatch(/^HTTP\/1\.1 (400|301) /);
    expect(answer).not.toContain('evil');
  });
});

describe('Log', () => {
  test('a request is one line without what was typed', async () => {
    const { url, lines } = await site({ trustedProxies: ['127.0.0.1'] });
    await fetch(`${url}/pledge/sign/?email=jo@example.org`, {
      method: 'POST',
      body: 'name=Jo+Example',
      headers: { 'X-Forwarded-For': '192.0.2.1, 198.51.100.77', Cookie: 'a=secret' },
    });
    await until(() => lines.length === 1);
    expect(Object.keys(lines[0]!).sort()).toEqual(['address', 'id', 'method', 'ms', 'route', 'status']);
    expect(lines[0]).toMatchObject({ method: 'POST', route: '/pledge/sign/', status: 422, address: '198.51.100.0/24' });
    expect(lines[0]!.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('of an address it keeps the pattern, not what stands in it', async () => {
    const { url, lines } = await site();
    for (const path of ['/pledge/signed/jo-example/badge.svg', '/', '/jo@example.org/']) await fetch(url + path);
    await until(() => lines.length === 3);
    expect(lines.map(({ route, status }) => `${String(route)} ${String(status)}`).sort()).toEqual([
      '/* 200',
      '/* 404',
      '/pledge/signed/:id/badge.svg 200',
    ]);
  });

  test('Unhandled error: the person gets a page, the log its name and code and the same id, nobody the message', async () => {
    const { url, lines, errors } = await site();
    const answer = await fetch(`${url}/pledge/broken/`);
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toContain('text/html');
    const page = await answer.text();
    expect(page).toContain('<h1>Something went wrong</h1>');
    await until(() => lines.length === 1);
    expect(errors).toEqual([{ event: 'error', id: lines[0]!.id, error: 'TypeError', code: 'EBROKEN' }]);
    expect(page + JSON.stringify([lines, errors])).not.toContain('jo@');
  });
});

test('a file that cannot be read to its end is cut, and no words of the system are sent', async () => {
  const app = new Hono();
  const errors: Record<string, unknown>[] = [];
  let parts = 0;
  const body = () =>
    new ReadableStream({
      pull: async (controller) => {
        if ((parts += 1) === 1) return controller.enqueue(new TextEncoder().encode('begun'));
        await new Promise((done) => setTimeout(done, 20));
        throw Object.assign(new Error('EIO: /srv/site/a.pdf'), { code: 'EIO' });
      },
    });
  app.get(
    '/',
    wholeOrCut((fields) => void errors.push(fields)),
    () => new Response(body(), { headers: { 'Content-Length': '5000' } }),
  );
  const { server, lines } = await listening(app);
  const answer = await socketTo(server.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n').closed;
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).not.toContain('srv');
  await until(() => lines.length === 1);
  expect(errors).toEqual([{ event: 'error', id: lines[0]!.id, error: 'Error', code: 'EIO' }]);
});

test('a page that has not changed is answered 304 again and again on one connection', async () => {
  const { url, errors } = await site();
  const since = (await fetch(url)).headers.get('last-modified')!;
  for (let time = 0; time < 20; time += 1) {
    const answer = await fetch(url, { headers: { 'If-Modified-Since': since } });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
  }
  expect(errors).toEqual([]);
});

describe('the pages for staff', () => {
  test('are kept by nobody, and say which ways there are', async () => {
    const pages = new Hono();
    pages.get('/', (context) => context.html('<!doctype html><p>queue'));
    pages.post('/decide/', (context) => context.text('done'));
    const { url } = await listening(staffApp(pages, { https: true }));
    const queue = await fetch(url);
    expect([queue.status, queue.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(queue.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await fetch(`${url}/nothing/`)).status).toBe(404);
    expect((await fetch(`${url}/decide/`, { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD, POST');
  });
});
