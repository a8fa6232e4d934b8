/** `npm run serve`: it prints its address, stops at once when told, and says in one sentence why it cannot start. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, start, type Ended } from './server-process.ts';
import { expect, test } from './site.ts';

test.afterEach(endAll);

/** One sentence for a person, no stack of calls, and an exit code that tells other programs. */
function expectSentence({ code, said }: Ended, about: RegExp) {
  expect(said).toMatch(about);
  expect(said.trim(), 'it is one line of plain words').toMatch(/^[A-Z][^\n]*[.]$/);
  expect(code).toBe(1);
}

test('npm run serve prints an address that answers', async () => {
  const server = start({ PORT: '0' }, ['npm', 'run', '--silent', 'serve']);
  expect((await fetch(await server.address())).status).toBe(200);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} stops it within 3 seconds with exit code 0, even while a browser holds a connection`, async () => {
    const server = start({ PORT: '0' });
    const answer = await fetch(await server.address(), { headers: { connection: 'keep-alive' } });
    await answer.text();
    const since = Date.now();
    server.child.kill(signal);
    expect((await server.ended).code).toBe(0);
    expect(Date.now() - since).toBeLessThan(3000);
  });
}

test('told to stop, npm takes the server with it, though a shell stands between and only npm is told', async () => {
  const server = start({ PORT: '0' }, ['npm', 'run', '--silent', 'serve']);
  const address = await server.address();
  await (await fetch(address)).text();
  const since = Date.now();
  process.kill(server.child.pid!, 'SIGTERM');
  const answers = () =>
    fetch(address, { headers: { connection: 'close' } }).then(
      async (answer) => (await answer.text()) !== undefined,
      () => false,
    );
  while ((await answers()) && Date.now() - since < 3000) await new Promise((done) => setTimeout(done, 50));
  expect(await answers(), 'the port is free within 3 seconds').toBe(false);
});

test('it says that the port is in use', async () => {
  const first = start({ PORT: '0' });
  const { port } = new URL(await first.address());
  expectSentence(await start({ PORT: port }).ended, new RegExp(`${port}.*in use`));
});

test('it says that there is no built site', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'no-site-'));
  expectSentence(await start({ PORT: '0', OUT_DIR: empty }).ended, /no built site.*npm/);
});

for (const PORT of ['many', '-1', '70000', '80.5']) {
  test(`it refuses PORT=${PORT}`, async () => expectSentence(await start({ PORT }).ended, /PORT/));
}

for (const SITE_URL of ['example', 'ftp://example.org', 'http://']) {
  test(`it refuses SITE_URL=${SITE_URL}`, async () => expectSentence(await start({ PORT: '0', SITE_URL }).ended, /SITE_URL/));
}

test('it refuses a HOST that is not of this machine', async () =>
  expectSentence(await start({ PORT: '0', HOST: '192.0.2.1' }).ended, /HOST/));
