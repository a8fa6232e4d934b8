/** Serves the built site with our own server for as long as the browser tests run, on a port that is free. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The environment of a server under test: what a person has set for their own site must not change the tests. */
export const plainEnvironment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => {
  const env = { ...process.env };
  for (const name of ['HOST', 'SITE_URL', 'LOCAL_PORT', 'PORT']) delete env[name];
  return { ...env, ...more };
};

/** Runs before all browser tests. @returns what stops the server after them */
export default async function serveSite(): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, ['src/server/start.ts'], {
    env: plainEnvironment({ PORT: '0' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  server.stderr.on('data', (words) => said.push(String(words)));
  const address = await new Promise<string>((found, failed) => {
    server.stdout.on('data', (words) => {
      said.push(String(words));
      const match = /http:\/\/\S+/.exec(said.join(''));
      if (match) found(match[0]);
    });
    server.on('exit', (code) => failed(new Error(`The server ended with ${code} before the tests began: ${said.join('')}`)));
  });
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
