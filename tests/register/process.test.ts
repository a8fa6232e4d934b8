/** The process as a council runs it: its log, its local port, how it ends, and what it says when it cannot start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { endAll, start } from '../journeys/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'process-'));
const OUT_DIR = join(folder, 'site');
mkdirSync(OUT_DIR);
for (const file of ['404.html', 'index.html']) writeFileSync(join(OUT_DIR, file), '<!doctype html><p>a page');
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const started = (more: Record<string, string> = {}) => start({ PORT: '0', OUT_DIR, ...more });
/** The lines of the log among what it said. */
const logged = (said: string) =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('Log', () => {
  test('each request is one line of JSON on standard output, the other lines stay plain words', async () => {
    const server = started();
    const address = await server.address();
    await (await fetch(`${address}?email=jo@example.org`, { headers: { 'X-Forwarded-For': '198.51.100.1' } })).text();
    await (await fetch(`${address}%0a%7b"status":1%7d/`)).text();
    server.child.kill('SIGTERM');
    const { code, said } = await server.ended;
    expect(code).toBe(0);
    expect(said).toMatch(/^The site is at http:\/\/127\.0\.0\.1:\d+\/$/m);
    // A line is written when its answer has left, and two answers may leave in either order.
    const lines = logged(said).sort((a, b) => Number(a.status) - Number(b.status));
    expect(lines.map(({ method, route, status, address: from }) => ({ method, route, status, from }))).toEqual([
      { method: 'GET', route: '/*', status: 200, from: '127.0.0.0/24' },
      { method: 'GET', route: '/*', status: 404, from: '127.0.0.0/24' },
    ]);
    expect(lines.every(({ time }) => new Date(String(time)).toISOString() === time)).toBe(true);
    expect(said).not.toContain('jo@');
  });
});

describe('the local port', () => {
  const localOf = async (server: ReturnType<typeof start>) => {
    await server.address();
    return new Promise<string>((found) => {
      const look = () => {
        const at = /(http:\/\/127\.0\.0\.1:\d+)\/readyz/.exec(server.said())?.[1];
        if (at) found(at);
        else setTimeout(look, 20);
      };
      look();
    });
  };

  test('says that the server lives, that it can work, and what it has done', async () => {
    const server = started({ LOCAL_PORT: '0' });
    const local = await localOf(server);
    await (await fetch(await server.address())).text();
    expect((await fetch(`${local}/healthz`)).status).toBe(200);
    const ready = await fetch(`${local}/readyz`);
    expect(ready.status).toBe(200);
    expect(ready.headers.get('cache-control')).toBe('no-store');
    expect(await ready.json()).toMatchObject({ ok: true });
    let metrics = '';
    // An answer is counted when its last byte has gone out, which whoever asked may see a moment sooner.
    await expect
      .poll(async () => (metrics = await (await fetch(`${local}/metrics`)).text()), { timeout: 5000 })
      .toContain('http_answers_total{status="2xx"} 1\n');
    for (const line of metrics.trim().split('\n'))
      expect(line).toMatch(/^(# TYPE \w+ (counter|gauge|histogram)|# HELP \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.e+-]+|)$/);
    expect((await fetch(`${local}/`)).status).toBe(404);
  });

  test('answers on this machine alone, whatever HOST is', async () => {
    const server = started({ LOCAL_PORT: '0', HOST: '0.0.0.0' });
    const { port } = new URL(await localOf(server));
    const other = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    // The whole of 127.0.0.0/8 is this machine, but only one address of it is listened on.
    for (const host of [other, '127.0.0.2'].filter((one) => one !== undefined)) {
      const socket = connect(Number(port), host);
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect(error.code, host).toBe('ECONNREFUSED');
    }
  });

  test('is off unless it is set, and its addresses are not on the site', async () => {
    const server = started();
    const address = await server.address();
    for (const path of ['healthz', 'readyz', 'metrics']) expect((await fetch(address + path)).status, path).toBe(404);
    expect(server.said()).not.toContain('readyz');
  });
});

describe('Shutdown', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s while an answer is under way: it is finished, then the end is 0', async (signal) => {
    writeFileSync(join(OUT_DIR, 'big.bin'), Buffer.alloc(24 * 1024 * 1024));
    const server = started();
    const answer = await fetch(`${await server.address()}big.bin`);
    const reader = answer.body!.getReader();
    let bytes = (await reader.read()).value!.length;
    server.child.kill(signal);
    await new Promise((done) => setTimeout(done, 300));
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
    expect(bytes).toBe(24 * 1024 * 1024);
    expect((await server.ended).code).toBe(0);
  });
});

describe('Unhandled error', () => {
  // The last-resort handlers by themselves: no request may be able to bring the real process there.
  const broken = (what: string) => `
    const { endOnUnexpected, lineLog } = await import('./src/server/log.ts');
    endOnUnexpected(lineLog());
    setInterval(() => {}, 1000);
    setTimeout(() => { ${what} });`;

  test.each([
    ['uncaught exception', "throw Object.assign(new TypeError('jo@example.org'), { code: 'EJO' })"],
    ['unhandled rejection', "void Promise.reject(Object.assign(new TypeError('jo@example.org'), { code: 'EJO' }))"],
  ])('%s: it is logged by name and code, and the process ends with 1', async (event, what) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', broken(what)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said += String(words)));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect(logged(said)).toMatchObject([{ event, error: 'TypeError', code: 'EJO' }]);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).not.toContain('jo@');
  });
});

describe('a start that cannot be', () => {
  test.each([
    [{ LOCAL_PORT: 'x' }, /^LOCAL_PORT is "x"/],
    [{ FORM_SECRETS: 'hunter2' }, /^FORM_SECRETS/],
    [{ SMTP_URL: 'smtp://user:hunter2@mail' }, /^Mail to staff needs/],
    [{ DATA_DIR: join(OUT_DIR, 'register') }, /^DATA_DIR is .* published/],
    [{ STAFF_PORT: '4400' }, /^The staff pages need/],
  ])('%j is one sentence, without a secret', async (settings, words) => {
    const { code, said } = await started(settings as Record<string, string>).ended;
    expect(said.trim()).toMatch(words);
    expect(said.trim()).toMatch(/^[^\n]*\.$/);
    expect(said).not.toContain('hunter2');
    expect(code).toBe(1);
  });

  test('a local port that is taken is named, and the site lets go of its own', async () => {
    const first = started();
    const { port } = new URL(await first.address());
    const { code, said } = await started({ LOCAL_PORT: port }).ended;
    expect(said.trim()).toBe(`Port ${port} is in use. Stop the other program, or set LOCAL_PORT to another number.`);
    expect(code).toBe(1);
  });
});
