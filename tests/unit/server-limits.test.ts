/** Nobody holds the server up by being slow, too long or too many; all by real sockets. */
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/server/listen.ts';
import { listening, socketTo, until, waitingApp } from './server-sockets.ts';

const quick = { headers: 200, request: 400, keepAlive: 100, check: 50 };

test('the limits are those that were promised', () =>
  expect(limits).toMatchObject({
    headers: 10_000,
    request: 30_000,
    keepAlive: 5_000,
    connections: 1_000,
    headerBytes: 16_384,
    urlBytes: 8_192,
    inside: 100,
  }));

describe('Slow clients', () => {
  test('who never ends the headers is answered 408 and let go', async () => {
    const { server, lines } = await listening(waitingApp().app, { limits: quick });
    const since = Date.now();
    expect(await socketTo(server.port, 'GET / HTTP/1.1\r\nHost: a\r\n').closed).toMatch(/^HTTP\/1\.1 408 /);
    expect(Date.now() - since).toBeLessThan(2000);
    expect(lines).toEqual([{ method: '-', route: '-', status: 408, address: '127.0.0.0/24' }]);
  });

  test('who trickles the body is let go, though each byte comes in time', async () => {
    const { server } = await listening(waitingApp().app, { limits: quick });
    const { socket, closed } = socketTo(server.port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n');
    const drip = setInterval(() => socket.writable && socket.write('x'), 50);
    const since = Date.now();
    await closed;
    clearInterval(drip);
    expect(Date.now() - since).toBeLessThan(2000);
    expect(Date.now() - since).toBeGreaterThanOrEqual(350);
  });

  test('a connection that waits for nothing is closed', async () => {
    const { server } = await listening(waitingApp().app, { limits: quick });
    expect(await socketTo(server.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n').closed).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('who does not read the answer is let go', async () => {
    const { app } = waitingApp();
    app.get('/big', (context) => context.body(new Uint8Array(32 * 1024 * 1024)));
    const { server } = await listening(app, { limits: quick });
    const { socket } = socketTo(server.port);
    socket.pause();
    socket.write('GET /big HTTP/1.1\r\nHost: a\r\n\r\n');
    await until(() => server.traffic.open === 1);
    await until(() => server.traffic.open === 0);
  });

  test('beyond the most connections a new one is closed, and one that goes makes room', async () => {
    const { server, url } = await listening(waitingApp().app, { limits: { connections: 2 } });
    const held = [socketTo(server.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'), socketTo(server.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')];
    await until(() => held.every(({ said }) => said().includes('200')));
    expect(await socketTo(server.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n').closed).toBe('');
    held[0]!.socket.destroy();
    await held[0]!.closed;
    await new Promise((done) => setTimeout(done, 50));
    expect((await fetch(url, { headers: { connection: 'close' } })).status).toBe(200);
  });
});

describe('Size', () => {
  const ask = async (line: string, header = '') => {
    const { server, lines } = await listening(waitingApp().app);
    const answer = await socketTo(server.port, `${line} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${header}\r\n`).closed;
    return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), answer, lines };
  };

  test('headers of more than 16 KiB are answered 431', async () => {
    const { status, lines } = await ask('GET /', `X-Long: ${'a'.repeat(17_000)}\r\n`);
    expect(status).toBe(431);
    expect(lines).toMatchObject([{ status: 431 }]);
  });
  test('headers of 15 KiB are taken', async () => expect((await ask('GET /', `X-Long: ${'a'.repeat(15_000)}\r\n`)).status).toBe(200));

  test.each([8_200, 12_000, 20_000, 60_000])('an address of %i characters is answered 414', async (length) => {
    const { status, lines } = await ask(`GET /?q=${'a'.repeat(length)}`);
    expect(status).toBe(414);
    expect(JSON.stringify(lines)).not.toContain('aaaaaaaa');
  });
  test('an address of 8,000 characters is taken', async () => expect((await ask(`GET /?q=${'a'.repeat(8_000)}`)).status).toBe(200));

  test.each(['GET / HTTP/9.9', 'nonsense', 'GET /a b', 'GET'])('"%s" is answered 400', async (line) =>
    expect((await ask(line)).status).toBe(400),
  );
  test('two lengths of one body are answered 400', async () =>
    expect((await ask('POST /', 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n')).status).toBe(400));
});

describe('Back-pressure', () => {
  test('beyond the most inside the answer is 503 at once, with when to try again; then it goes on', async () => {
    const { app, release } = waitingApp();
    const { server, url, lines } = await listening(app, { limits: { inside: 3 } });
    const held = [1, 2, 3].map(() => fetch(`${url}/held`));
    await until(() => server.traffic.inside === 3);
    const since = Date.now();
    const refused = await fetch(url);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('Please try again in a minute');
    expect(Date.now() - since).toBeLessThan(1000);
    const sent = await fetch(url, { method: 'POST', body: 'x'.repeat(60_000) });
    expect([sent.status, await sent.text()]).toEqual([503, expect.stringContaining('We have not kept anything')]);
    release();
    expect(await Promise.all(held.map(async (one) => (await one).text()))).toEqual(['let go', 'let go', 'let go']);
    expect((await fetch(url)).status).toBe(200);
    await until(() => lines.length === 6);
    expect(await server.traffic.metrics()).toContain('http_refused_total 2');
    expect(await server.traffic.metrics()).toContain('http_answers_total{status="5xx"} 2');
  });

  test('who sends slowly makes room when all the room is taken; who has sent all of it is not let go', async () => {
    const { app, release } = waitingApp();
    const { server, url } = await listening(app, { limits: { inside: 3, slowToSend: 200 } });
    const held = fetch(`${url}/held`);
    await until(() => server.traffic.inside === 1);
    const slow = [1, 2].map(() => socketTo(server.port, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nx'));
    await until(() => server.traffic.inside === 3);
    expect((await fetch(url)).status).toBe(503);
    await new Promise((done) => setTimeout(done, 250));
    expect((await fetch(url)).status).toBe(200);
    expect(await slow[0]!.closed).toBe('');
    expect(slow[1]!.socket.destroyed).toBe(false);
    slow[1]!.socket.write('xxxxxxxx');
    await until(() => slow[1]!.said().includes('200'));
    release();
    expect(await (await held).text()).toBe('let go');
    await until(() => server.traffic.inside === 0);
  });

  test('a slow reader of an answer does not count as inside', async () => {
    const { app } = waitingApp();
    app.get('/big', (context) => context.body(new Uint8Array(32 * 1024 * 1024)));
    const { server, url } = await listening(app, { limits: { inside: 1 } });
    const { socket } = socketTo(server.port);
    socket.pause();
    socket.write('GET /big HTTP/1.1\r\nHost: a\r\n\r\n');
    await until(() => server.traffic.open === 1);
    expect((await fetch(url)).status).toBe(200);
    socket.destroy();
  });
});

describe('Shutdown', () => {
  test('what is inside is finished, nothing new is taken, and idle connections do not hold it back', async () => {
    const { app, release } = waitingApp();
    const { server, url } = await listening(app);
    const ahead = socketTo(server.port);
    const idle = socketTo(server.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await until(() => idle.said().includes('here'));
    const held = fetch(`${url}/held`);
    await until(() => server.traffic.inside === 1);
    const stopped = server.stop();
    await expect(fetch(url)).rejects.toThrow();
    release();
    expect(await (await held).text()).toBe('let go');
    await stopped;
    await Promise.all([ahead.closed, idle.closed]);
  });

  test('what never ends is cut when its time is over', async () => {
    const { app } = waitingApp();
    const { server, url, lines } = await listening(app, { limits: { stop: 200 } });
    const held = fetch(`${url}/held`).catch(() => 'cut');
    await until(() => server.traffic.inside === 1);
    const since = Date.now();
    await server.stop();
    expect(await held).toBe('cut');
    expect(Date.now() - since).toBeLessThan(2000);
    await until(() => lines.length === 1);
    expect(lines).toMatchObject([{ status: 499 }]);
  });
});
