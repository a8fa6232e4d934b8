/** Our server as a person starts it: what it says, how it ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { plainEnvironment } from './served-site.ts';

export interface Ended {
  code: number | null;
  /** Everything that it wrote. */
  said: string;
}

const alive = new Set<ChildProcess>();

/** @param command what is run; the server itself unless given */
export function start(environment: Record<string, string>, command: readonly string[] = [process.execPath, 'src/start.ts']) {
  const child = spawn(command[0]!, command.slice(1), {
    env: plainEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  alive.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said += String(words)));
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => {
    alive.delete(child);
    return { code: code as number | null, said };
  });
  const address = async () => {
    for (let wait = 0; wait < 100; wait += 1) {
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) return found;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`The server printed no address in 10 seconds, but: ${said}`);
  };
  return { child, ended, address, said: () => said };
}

/** Ends what a failed test has left running. */
export function endAll(): void {
  for (const { pid } of alive) if (pid) process.kill(-pid, 'SIGKILL');
}
