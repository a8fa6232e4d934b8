/** Serves the built site with our own server for as long as the browser tests run, on a port that is free. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Settings of a person's own site; a server under test has none of them unless the test says so. */
const own =
  /^(HOST|SITE_URL|LOCAL_PORT|PORT|DATA_DIR|DATABASE_URL|TRUSTED_PROXIES|TODAY|EMBED_ORIGINS|(STAFF|OIDC|FORM|SMTP|MAIL|KEEP)_\w+)$/;
/** Registers that no test shares with another, nor with the person who runs the tests. */
const registers: string[] = [];
process.once('exit', () => {
  for (const folder of registers) rmSync(folder, { recursive: true, force: true });
});

/** The environment of a server under test: what a person has set for their own site must not change the tests. */
export const plainEnvironment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  if (more.DATA_DIR) return { ...env, ...more };
  const folder = mkdtempSync(join(tmpdir(), 'register-'));
  registers.push(folder);
  return { ...env, DATA_DIR: folder, ...more };
};

/** Runs before all browser tests. @returns what stops the server after them */
export default async function serveSite(): Promise<() => Promise<void>> {
  // A browser signs sooner than a person can, and many times from one address; what happens then is tried where it is meant.
  const env = plainEnvironment({ PORT: '0', FORM_MIN_SECONDS: '0', FORM_RATE: '100000' });
  // Tests decide about signatures as an operator does: by the register, beside the server.
  process.env.TESTED_DATA_DIR = env.DATA_DIR;
  const server = spawn(process.execPath, ['src/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (words: unknown) => (said += String(words));
  server.stderr.on('data', keep);
  const address = await new Promise<string>((found, failed) => {
    server.stdout.on('data', (words) => {
      const match = /http:\/\/\S+/.exec(keep(words));
      if (match) found(match[0]);
    });
    server.on('exit', (code) => failed(new Error(`The server ended with ${code} before the tests began: ${said}`)));
  });
  // Its log goes on, and must be taken from it, but nobody reads it.
  server.stdout.removeAllListeners('data').resume();
  process.env.TESTED_SITE = address;
  const end = () => server.kill('SIGKILL');
  process.once('exit', end);
  return async () => {
    process.off('exit', end);
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
}
