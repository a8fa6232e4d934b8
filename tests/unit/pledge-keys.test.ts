/** The key that tokens are signed with, where several processes start on one folder, or one was killed while it made the key. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSecrets } from '../../src/pledge/form/secrets.ts';

let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'pledge-keys-'))));
afterAll(() => rmSync(dir, { recursive: true }));

/** The key that a process of its own loads at a given moment. */
const loadedBy = (folder: string, at: number) =>
  new Promise<string>((resolve, reject) => {
    const program = `import { loadSecrets } from ${JSON.stringify(new URL('../../src/pledge/form/secrets.ts', import.meta.url).href)};
      while (Date.now() < ${at}); console.log(JSON.stringify(loadSecrets([], ${JSON.stringify(folder)})));`;
    const child = spawn('node_modules/.bin/node', ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    child.on('error', reject).on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`ended with ${code}`))));
  });

test('processes that start at the same moment sign with the same key', async () => {
  const folder = join(dir, 'together');
  const at = Date.now() + 1200;
  const said = await Promise.all(Array.from({ length: 5 }, () => loadedBy(folder, at)));
  expect(new Set(said).size).toBe(1);
  expect(JSON.parse(said[0]!)).toEqual(loadSecrets([], folder));
  // Nothing half made is left beside it.
  expect(readdirSync(folder)).toEqual(['form-secrets']);
}, 20_000);

test('what a killed process of the same number left does not stop the start', () => {
  writeFileSync(join(dir, `form-secrets.${process.pid}.new`), '');
  expect(loadSecrets([], dir)[0]).toMatch(/^[\w-]{43}$/);
});

test('a folder that cannot be made is told with what to do', () => {
  writeFileSync(join(dir, 'file'), '');
  expect(() => loadSecrets([], join(dir, 'file', 'data'))).toThrow(/DATA_DIR, or set FORM_SECRETS/);
});
