/** What an attacker tried with the source at hand, and what it must come to: nothing. Real server processes, real stores. */
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { openRegister } from '../../src/pledge/register/open.ts';
import { sqlitePath } from '../../src/pledge/register/sqlite-file.ts';
import { endAll, start } from '../journeys/server-process.ts';
import { formOf, signerAt } from './signing.ts';
import { submission } from './stores.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attack-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(endAll);

const serve = async (more: Record<string, string> = {}) => {
  const server = start({ PORT: '0', DATA_DIR: folder, FORM_MIN_SECONDS: '0', ...more });
  return { server, site: signerAt(await server.address()) };
};
const rejectedDays = 30;

test('Erase: what was erased while another process read the register is in no file after the next purge', async () => {
  const holding = () =>
    globSync('*', { cwd: folder }).filter((file) => {
      const path = join(folder, file);
      return statSync(path).isFile() && readFileSync(path).includes('Zebra Quartz');
    });
  const register = await openRegister({ dataDir: folder, serving: true });
  try {
    const { reference } = await register.add(submission({ name: 'Zebra Quartz' }));
    const reader = new DatabaseSync(sqlitePath(folder), { readOnly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from submission').get();
    await register.erase(reference, 'A. Operator');
    reader.exec('rollback');
    reader.close();
    // The reader kept the journal from being emptied: without that this test would show nothing.
    expect(holding()).toEqual(['register.db-wal']);
    await register.purge({ rejectedDays, contactMonths: 24 });
    expect(holding()).toEqual([]);
  } finally {
    await register.close();
  }
});

test('Spam: a token that was broken on purpose sheds no reason to look twice', async () => {
  const { server, site } = await serve();
  const { fields } = await site.toCheck({ setting: 'See https://casino.example/ School' });
  const again = await site.confirm({ ...fields, token: 'x' });
  expect(again.status).toBe(422);
  expect((await site.confirm(formOf(await again.text()).fields)).status).toBe(303);
  server.child.kill('SIGTERM');
  await server.ended;
  const register = await openRegister({ dataDir: folder, serving: false });
  const entries = await register.list();
  await register.close();
  expect(entries.map(({ status, flags }) => ({ status, flags }))).toEqual([
    { status: 'quarantined', flags: ['no-token', 'link-in-name', 'spam-words'] },
  ]);
});

test('Stop: a mail server that takes the connection and says nothing does not hold the stop back', async () => {
  let asked = () => {};
  const connected = new Promise<void>((done) => (asked = done));
  const silent = createServer((socket) => {
    socket.on('error', () => {});
    asked();
  });
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { port } = silent.address() as { port: number };
  try {
    const first = await openRegister({ dataDir: folder, serving: false });
    await first.add(submission());
    await first.close();
    const { server } = await serve({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'from@example.org', MAIL_TO: 'to@example.org' });
    await connected;
    const since = Date.now();
    server.child.kill('SIGTERM');
    const { code, said } = await server.ended;
    expect([code, said]).toEqual([0, expect.not.stringContaining('stopped too late')]);
    expect(Date.now() - since).toBeLessThan(5000);
  } finally {
    silent.close();
  }
});
