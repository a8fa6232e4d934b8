/** What a command costs, with all that it starts: read from /proc while it runs, so this is for Linux. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

export interface Cost {
  /** Seconds by the clock, and of processors. */
  wall: number;
  cpu: number;
  /** Of these, what Pagefind's own program took. */
  pagefind: number;
  /** The greatest memory of all processes together, in MB. */
  memory: number;
}

/** Ticks a second: 100 on every Linux that Node runs on. */
const ticks = 100;
const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** All processes below one. */
function family(pid: number): number[] {
  const children = readdirSyncOrNone(`/proc/${pid}/task`).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).trim().split(' ').filter(Boolean),
  );
  return [pid, ...children.flatMap((child) => family(Number(child)))];
}
const readdirSyncOrNone = (folder: string) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** @throws with the last words of the command when it fails */
export async function costOf({ cwd, command, env = {} }: { cwd: string; command: string[]; env?: Record<string, string> }): Promise<Cost> {
  const began = performance.now();
  const child = spawn(command[0]!, command.slice(1), {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said = (said + String(words)).slice(-3000)));
  const seen = new Map<number, { cpu: number; pagefind: boolean }>();
  let memory = 0;
  const look = () => {
    let now = 0;
    for (const pid of family(child.pid!)) {
      const stat = read(`/proc/${pid}/stat`);
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields.length < 20) continue;
      seen.set(pid, { cpu: (Number(fields[11]) + Number(fields[12])) / ticks, pagefind: /\(pagefind/.test(stat) });
      now += Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
    }
    memory = Math.max(memory, now);
  };
  const timer = setInterval(look, 50);
  const code = await new Promise<number>((done) => child.on('close', (ended) => done(ended ?? 1)));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${said}`);
  const sum = (wanted: boolean) =>
    [...seen.values()].filter(({ pagefind }) => pagefind === wanted).reduce((total, { cpu }) => total + cpu, 0);
  return { wall: (performance.now() - began) / 1000, cpu: sum(false) + sum(true), pagefind: sum(true), memory };
}
