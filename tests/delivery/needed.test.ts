/** What a container is made of runs by itself: the site, the form, its register, certificates and badges, with no other package about. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { plainEnvironment } from '../journeys/served-site.ts';

const root = mkdtempSync(join(tmpdir(), 'needed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'site');

const portThatIsFree = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

test('the folder of what is needed serves everything', { timeout: 120_000 }, async () => {
  const made = spawnSync(process.execPath, ['src/needed.ts', folder], { encoding: 'utf8' });
  expect([made.status, made.stderr]).toEqual([0, '']);
  const again = spawnSync(process.execPath, ['src/needed.ts', folder], { encoding: 'utf8' });
  expect([again.status, again.stderr], 'nothing is written over').toEqual([2, expect.stringContaining('is not empty')]);

  const port = await portThatIsFree();
  const env = plainEnvironment({ PORT: String(port), FORM_MIN_SECONDS: '0' });
  writeFileSync(join(root, 'earlier.csv'), 'name,kind,area,date\nA school that tests,primary,both,2021-07-01\n');
  const imported = spawnSync(process.execPath, ['src/register.ts', 'import', join(root, 'earlier.csv')], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  expect([imported.status, imported.stderr.includes('Cannot find')]).toEqual([0, false]);

  const server = spawn(process.execPath, ['src/start.ts'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (words) => (said += String(words)));
  try {
    const at = `http://127.0.0.1:${port}`;
    const until = Date.now() + 20_000;
    for (;;) {
      try {
        await fetch(at);
        break;
      } catch {
        if (server.exitCode !== null || Date.now() > until) throw new Error(`It does not answer: ${said}`);
        await new Promise((wait) => setTimeout(wait, 100));
      }
    }
    const { signatories } = (await (await fetch(`${at}/pledge/signed.json`)).json()) as { signatories: { id: string }[] };
    const own = `/pledge/signed/${signatories[0]!.id}/`;
    for (const path of [
      '/',
      '/easy-read/',
      '/pledge/sign/',
      '/pledge/signed/',
      own,
      `${own}certificate.pdf`,
      `${own}badge.svg`,
      `${own}badge.png`,
    ])
      expect([path, (await fetch(at + path)).status]).toEqual([path, 200]);
  } finally {
    server.kill('SIGTERM');
  }
  expect(said).not.toMatch(/Cannot find/);
});

test('it says what to do when there is no site yet', () => {
  const env = { ...process.env, OUT_DIR: join(root, 'none') };
  const { status, stderr } = spawnSync(process.execPath, ['src/needed.ts', join(root, 'other')], { env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining('Run "npm run build" first.')]);
});
