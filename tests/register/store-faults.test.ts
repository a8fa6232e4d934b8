/** What happens to the register when a store is locked, full, away, killed or of another version. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { steps, type Step } from '../../src/pledge/register/migrations.ts';
import { openRegister, registerOver, sqlitePath } from '../../src/pledge/register/open.ts';
import { openPostgres } from '../../src/pledge/register/postgres.ts';
import { StoreAway, StoreUnusable, type Register } from '../../src/pledge/register/register.ts';
import { openSqlite } from '../../src/pledge/register/sqlite.ts';
import { translated } from '../../src/pledge/register/store-errors.ts';
import { startCluster, type Cluster } from './postgres-cluster.ts';
import { postgresForTests, postgresOrWhyNot, type TestDatabase } from './postgres.ts';
import { submission, temporaryFolder } from './stores.ts';

/** The next version of the tables, as some day there will be one. */
const next: Step = async (work) => {
  await work.schema.alterTable('submission').addColumn('later', 'text').execute();
};
const breaks: Step = async (work, store) => {
  await next(work, store);
  await sql`this is no SQL`.execute(work);
};
const away = async (done: Promise<unknown>) => {
  const error = await done.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(StoreAway);
  return (error as Error).message;
};

/** Another process that does something with the file, as the command does. */
function otherProcess(program: string, values: readonly string[], limit = ':') {
  const node = [process.execPath, '--input-type=module', '-e', program, ...values];
  const child = spawn('/bin/sh', ['-c', `${limit}; exec "$@"`, 'sh', ...node], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(line));
  const ended = new Promise<void>((done) => reader.on('close', done));
  return {
    lines,
    ended,
    said: async (line: string) => {
      while (!lines.includes(line)) await wait(10);
    },
    letGo: () => child.stdin.end(),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
const openModule = JSON.stringify(resolve('src/pledge/register/open.ts'));

/** Locks the file as long as the test wants. @returns what lets it go */
async function locked(path: string): Promise<() => Promise<void>> {
  const other = otherProcess(
    `import { DatabaseSync } from 'node:sqlite';
     const file = new DatabaseSync(process.argv[1]);
     file.exec('begin immediate');
     console.log('locked');
     process.stdin.on('end', () => { file.exec('rollback'); file.close(); }).resume();`,
    [path],
  );
  await other.said('locked');
  return async () => {
    other.letGo();
    await other.ended;
  };
}

describe('SQLite', () => {
  let dataDir: string;
  const opened: Register[] = [];
  const open = async (serving = true) => {
    const register = await openRegister({ dataDir, serving });
    opened.push(register);
    return register;
  };
  beforeEach(() => {
    dataDir = join(temporaryFolder(), 'data');
  });
  afterEach(async () => {
    for (const register of opened.splice(0)) await register.close();
    rmSync(resolve(dataDir, '..'), { recursive: true, force: true });
  });

  test('the folder and the files are for this account alone', async () => {
    const register = await open();
    await register.add(submission());
    expect((statSync(dataDir).mode & 0o777).toString(8)).toBe('700');
    expect(readdirSync(dataDir).sort()).toEqual(['register.db', 'register.db-shm', 'register.db-wal', 'serving.lock']);
    for (const name of readdirSync(dataDir)) expect((statSync(join(dataDir, name)).mode & 0o777).toString(8), name).toBe('600');
  });

  test('what is acknowledged outlives a loss of power: the file is synchronised at every commit', async () => {
    const database = await openSqlite(dataDir, false);
    const pragma = (name: string) => Object.values(database.file.prepare(`pragma ${name}`).get()!)[0];
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('secure_delete')]).toEqual(['wal', 2, 1, 1]);
    await database.close();
  });

  test('INSERT … RETURNING gives the row', async () => {
    const database = await openSqlite(dataDir, false);
    const rows = await database.write((db) =>
      db.insertInto('tombstone').values({ reference: 'a', public_id: null, at: 'now', who: 'Ada' }).returningAll().execute(),
    );
    expect(rows).toEqual([{ reference: 'a', public_id: null, at: 'now', who: 'Ada' }]);
    await database.close();
  });

  test('a second server on the same folder is refused with a sentence; the command works beside it', async () => {
    const server = await open();
    await expect(open()).rejects.toThrow(`Another server already runs with the data folder ${dataDir}. Stop it first`);
    await expect(open()).rejects.toBeInstanceOf(StoreUnusable);
    const command = await open(false);
    const { reference } = await server.add(submission());
    await command.approve(reference, 'Ada', { checked: 'Telephoned.' });
    expect((await server.publicList()).count).toBe(1);
    await server.close();
    const again = await open();
    expect((await again.publicList()).count).toBe(1);
  });

  test('a lock that a killed server left behind stops no start', async () => {
    const other = otherProcess(
      `const { openRegister } = await import(${openModule});
       await openRegister({ dataDir: process.argv[1], serving: true });
       console.log('serving');
       setInterval(() => {}, 1000);`,
      [dataDir],
    );
    await other.said('serving');
    await expect(open()).rejects.toBeInstanceOf(StoreUnusable);
    await other.kill();
    expect(existsSync(join(dataDir, 'serving.lock'))).toBe(true);
    await (await open()).ready();
  });

  test('kill -9, power: nothing that was acknowledged is lost, nothing is there twice', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const other = otherProcess(
        `const { openRegister } = await import(${openModule});
         const register = await openRegister({ dataDir: process.argv[1], serving: true });
         const answers = JSON.parse(process.argv[2]);
         await Promise.all([0, 1, 2, 3].map(async (lane) => {
           for (let n = 0; ; n += 1) {
             const idem = process.argv[3] + '-' + lane + '-' + n;
             const sent = { idem, formVersion: 1, answers, flags: [], quarantine: false };
             const { reference } = await register.add(sent);
             console.log(reference + ' ' + idem);
           }
         }));`,
        [dataDir, JSON.stringify(submission().answers), String(round)],
      );
      while (other.lines.length < 50) await wait(5);
      await other.kill();
      acknowledged.push(...other.lines.filter((line) => /^SP-\w{4}-\w{4} \d+-\d+-\d+$/.test(line)));
    }
    const file = new DatabaseSync(sqlitePath(dataDir));
    const rows = file.prepare('select reference, idem from submission').all() as { reference: string; idem: string }[];
    expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(file.prepare('select count(*) as lost from submission where id not in (select submission_id from outbox)').get()).toEqual({
      lost: 0,
    });
    file.close();
    const kept = new Set(rows.map(({ reference, idem }) => `${reference} ${idem}`));
    expect(acknowledged.length).toBeGreaterThan(140);
    expect(acknowledged.filter((line) => !kept.has(line))).toEqual([]);
    expect(new Set(rows.map(({ idem }) => idem)).size).toBe(rows.length);
    const register = await open();
    const [reference, idem] = acknowledged[0]!.split(' ');
    expect(await register.add(submission({}, { idem: idem! }))).toEqual({ reference, repeated: true });
  });

  test('SQLite locked by the CLI: a writer waits for it, and pages are read meanwhile', async () => {
    const register = await open();
    const letGo = await locked(sqlitePath(dataDir));
    let added = false;
    const adding = register.add(submission()).then(() => (added = true));
    await wait(200);
    expect((await register.publicList()).count).toBe(0);
    expect(await register.list()).toEqual([]);
    expect(added).toBe(false);
    await letGo();
    await adding;
    expect(await register.list()).toHaveLength(1);
  });

  test('SQLite locked by the CLI: after 5 seconds nothing is kept, those who queue wait no longer, and it can be tried again', async () => {
    const register = await open();
    const letGo = await locked(sqlitePath(dataDir));
    const started = performance.now();
    const sent = [submission({ setting: 'One' }), submission({ setting: 'Two' }), submission({ setting: 'Three' })];
    const messages = await Promise.all([...sent.map((each) => away(register.add(each))), away(register.ready())]);
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeGreaterThan(4.9);
    expect(seconds).toBeLessThan(8);
    expect(messages[0]).toBe('The register cannot be used now: it is locked. Nothing was kept. Try again.');
    expect(await register.list()).toEqual([]);
    await letGo();
    expect(await Promise.all(sent.map((each) => register.add(each)))).toHaveLength(3);
    expect(await register.list()).toHaveLength(3);
  });

  test('Disk full: nothing is kept, reading goes on, and it recovers without opening it again', async () => {
    const database = await openSqlite(dataDir, true);
    const register = registerOver(database);
    const { reference } = await register.add(submission());
    await register.approve(reference, 'Ada', { checked: 'Telephoned.' });
    const { page_count: pages } = database.file.prepare('pragma page_count').get() as { page_count: number };
    database.file.exec(`pragma max_page_count = ${pages + 2}`);
    const sent = Array.from({ length: 20 }, (_, index) => submission({ setting: `Setting ${index}`, how: 'x'.repeat(1000) }));
    const results = await Promise.allSettled(sent.map((each) => register.add(each)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(10);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(StoreAway);
    expect((refused[0]!.reason as Error).message).toBe('The register cannot be used now: its disk is full. Nothing was kept. Try again.');
    await away(register.ready());
    expect(await register.list()).toHaveLength(1 + sent.length - refused.length);
    expect((await register.publicList()).count).toBe(1);

    database.file.exec('pragma max_page_count = 1000000');
    await register.ready();
    await Promise.all(sent.map((each) => register.add(each)));
    expect(await register.list()).toHaveLength(1 + sent.length);
    expect(await register.mailFigures()).toEqual({ waiting: 1 + sent.length, failed: 0 });
    await register.close();
  });

  test('Disk full: when no file can grow any more, readiness says so as well, and reading goes on', async () => {
    // The system's own limit on the size of a file, so that it is the writing itself that fails.
    const other = otherProcess(
      `const { openRegister } = await import(${openModule});
       const register = await openRegister({ dataDir: process.argv[1], serving: true });
       const answers = JSON.parse(process.argv[2]);
       const told = (what) => (error) => console.log(what + ' ' + error.constructor.name);
       let kept = 0;
       for (let going = true; going; ) {
         const sent = { idem: String(kept), formVersion: 1, answers, flags: [], quarantine: false };
         await register.add(sent).then(() => (kept += 1), (error) => { going = false; told('add')(error); });
       }
       await register.ready().then(() => console.log('ready'), told('ready'));
       console.log((await register.list()).length === kept ? 'all there' : 'some lost');`,
      [dataDir, JSON.stringify(submission().answers)],
      'ulimit -f 800',
    );
    await other.ended;
    expect(other.lines).toEqual(['add StoreAway', 'ready StoreAway', 'all there']);
  });

  test('what was erased is in none of the files any more', async () => {
    const register = await open();
    const sent = submission({ setting: 'ERASE-THIS-NAME', email: 'erase-this@address.example' });
    const { reference } = await register.add(sent);
    await register.add(submission());
    await register.erase(reference, 'Ada');
    for (const name of readdirSync(dataDir)) expect(readFileSync(join(dataDir, name), 'latin1')).not.toMatch(/erase-this/i);
  });

  describe('Store opened by an older or newer version', () => {
    test('an older register is brought forward, after a whole copy was made beside it', async () => {
      const register = await open();
      const { reference } = await register.add(submission());
      await register.close();
      const database = await openSqlite(dataDir, true, [...steps, next]);
      expect((await registerOver(database).find(reference))!.reference).toBe(reference);
      expect(await database.read((db) => sql`select later from submission`.execute(db).then(({ rows }) => rows))).toEqual([
        { later: null },
      ]);
      await database.close();
      const copies = readdirSync(dataDir).filter((name) => name.startsWith('register-version-1-'));
      expect(copies).toHaveLength(1);
      const copy = new DatabaseSync(join(dataDir, copies[0]!));
      expect(copy.prepare('select reference from submission').all()).toEqual([{ reference }]);
      expect(copy.prepare('select max(version) as version from schema_version').all()).toEqual([{ version: 1 }]);
      copy.close();
      expect((statSync(join(dataDir, copies[0]!)).mode & 0o777).toString(8)).toBe('600');

      // The copy goes when backups go; the register that it is of stays.
      const again = await openSqlite(dataDir, true, [...steps, next]);
      await again.close();
      expect(readdirSync(dataDir).filter((name) => name.startsWith('register-version-'))).toHaveLength(1);
    });

    test('copies are deleted after 35 days', async () => {
      const register = await open();
      for (const [name, daysOld] of [
        ['register-version-1-old.db', 36],
        ['register-version-1-new.db', 34],
      ] as const) {
        writeFileSync(join(dataDir, name), '');
        const then = new Date(Date.now() - daysOld * 86_400_000);
        utimesSync(join(dataDir, name), then, then);
      }
      await register.purge({ rejectedDays: 30, contactMonths: 24 });
      expect(readdirSync(dataDir).filter((name) => name.startsWith('register-version-'))).toEqual(['register-version-1-new.db']);
    });

    test('a step that fails changes nothing', async () => {
      const register = await open();
      await register.add(submission());
      await register.close();
      await expect(openSqlite(dataDir, true, [...steps, breaks])).rejects.toBeInstanceOf(StoreUnusable);
      expect(await (await open()).list()).toHaveLength(1);
    });

    test('a newer register is refused, with what to do', async () => {
      await (await openSqlite(dataDir, true, [...steps, next])).close();
      await expect(open()).rejects.toThrow(
        'The register was written by a newer version of this program: its tables are version 2, and this program knows 1. Install the newer program again, or restore a backup that was made before it.',
      );
      await expect(open(false)).rejects.toBeInstanceOf(StoreUnusable);
    });

    test('a newer command does not change the tables under a server that runs', async () => {
      const server = await open();
      await expect(openSqlite(dataDir, false, [...steps, next])).rejects.toThrow('Another server already runs');
      await server.ready();
    });

    test('two that open an empty folder at once both get a whole register', async () => {
      const both = await Promise.all([open(false), open(false)]);
      await Promise.all(both.map((register) => register.add(submission())));
      expect(await both[0].list()).toHaveLength(2);
    });
  });

  test('a folder that cannot be used is told of with a sentence', async () => {
    mkdirSync(resolve(dataDir, '..'), { recursive: true });
    writeFileSync(dataDir, 'a file');
    await expect(open()).rejects.toBeInstanceOf(StoreUnusable);
    await expect(open()).rejects.toThrow(`set DATA_DIR to a folder that this account may write to`);
  });

  test('a file that is no register is told of with a sentence', async () => {
    mkdirSync(dataDir);
    writeFileSync(sqlitePath(dataDir), 'This is no database. '.repeat(500));
    chmodSync(sqlitePath(dataDir), 0o600);
    await expect(open()).rejects.toBeInstanceOf(StoreUnusable);
    await expect(open()).rejects.toThrow('its file is damaged');
    await expect(open()).rejects.toThrow('restore a backup');
  });
});

describe('what a store says', () => {
  test.each([
    ['SQLITE_FULL', { errcode: 13 }],
    ['SQLITE_BUSY_SNAPSHOT', { errcode: 517 }],
    ['SQLITE_IOERR_WRITE', { errcode: 778 }],
    ['SQLITE_READONLY', { errcode: 8 }],
    ['disk full', { code: '53100' }],
    ['too many connections', { code: '53300' }],
    ['admin shutdown', { code: '57P01' }],
    ['starting up', { code: '57P03' }],
    ['statement timeout', { code: '57014' }],
    ['lock not available', { code: '55P03' }],
    ['serialisation', { code: '40001' }],
    ['connection failure', { code: '08006' }],
    ['a standby', { code: '25006' }],
    ['refused', { code: 'ECONNREFUSED' }],
    ['no such host', { code: 'ENOTFOUND' }],
    ['connection time-out', { message: 'timeout exceeded when trying to connect' }],
    ['dead line', { message: 'Query read timeout' }],
    ['ended', { message: 'Connection terminated unexpectedly' }],
  ])('%s means that it is away', (_name, fields) => {
    const error = Object.assign(new Error('x'), fields);
    const told = translated(error);
    expect(told).toBeInstanceOf(StoreAway);
    expect((told as Error).cause).toBe(error);
  });
  test.each([
    ['a constraint of SQLite', { errcode: 2067 }],
    ['a constraint of PostgreSQL', { code: '23505' }],
    ['wrong SQL', { code: '42601' }],
    ['a fault of ours', {}],
  ])('%s is told as it is', (_name, fields) => {
    const error = Object.assign(new Error('x'), fields);
    expect(translated(error)).toBe(error);
  });
});

const postgres = postgresOrWhyNot();
describe.skipIf(postgres.missing)(`PostgreSQL restarts, is slow or away: ${postgres.name}`, () => {
  let database: TestDatabase;
  let dataDir: string;
  beforeEach(async () => {
    dataDir = temporaryFolder();
    database = (await postgresForTests())!;
  });
  afterEach(async () => {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const open = (databaseUrl = database.url) => openRegister({ dataDir, databaseUrl, serving: true });

  test('several servers at once are well, and the first two make the tables once', async () => {
    const servers = await Promise.all([open(), open(), open()]);
    await Promise.all(servers.map((register) => register.add(submission())));
    expect(await servers[0].list()).toHaveLength(3);
    expect(await database.query('select version from schema_version')).toEqual([{ version: 1 }]);
    for (const register of servers) await register.close();
    expect(existsSync(join(dataDir, 'register.db'))).toBe(false);
  });

  test('a slow statement is given up after 5 seconds, and nothing of it is kept', async () => {
    const register = await open();
    const release = await lockSubmissions(database.url);
    const started = performance.now();
    const message = await away(register.add(submission()));
    expect(message).toBe('The register cannot be used now: the database is too slow. Nothing was kept. Try again.');
    expect(performance.now() - started).toBeLessThan(8000);
    await release();
    await register.add(submission());
    expect(await register.list()).toHaveLength(1);
    await register.close();
  });

  test('connections that break do not end the process, and a submission is sent once more by itself', async () => {
    const register = await open();
    await Promise.all(Array.from({ length: 8 }, () => register.ready()));
    await database.breakConnections();
    await expect(register.add(submission())).resolves.toMatchObject({ repeated: false });
    expect(await register.list()).toHaveLength(1);
    await register.close();
  });

  test('a connection that breaks between two statements of one piece of work does not end the process', async () => {
    const opened = await openPostgres(database.url);
    await away(
      opened.write(async () => {
        await database.breakConnections();
        await wait(100);
      }),
    );
    await registerOver(opened).ready();
    await opened.close();
  });

  test('a database that is not there, or a wrong account, stops the start with a sentence', async () => {
    const wrong = new URL(database.url);
    wrong.pathname = '/no_such_database';
    await expect(open(wrong.href)).rejects.toBeInstanceOf(StoreUnusable);
    await expect(open(wrong.href)).rejects.toThrow('Set DATABASE_URL to a database');
  });

  test('Store opened by an older or newer version: brought forward, or refused with what to do', async () => {
    const register = await open();
    const { reference } = await register.add(submission());
    await register.close();
    await expect(openPostgres(database.url, [...steps, breaks])).rejects.toThrow();
    expect(await database.query('select version from schema_version')).toEqual([{ version: 1 }]);
    const newer = await openPostgres(database.url, [...steps, next]);
    expect((await registerOver(newer).find(reference))!.reference).toBe(reference);
    await newer.close();
    await expect(open()).rejects.toBeInstanceOf(StoreUnusable);
    await expect(open()).rejects.toThrow('its tables are version 2, and this program knows 1');
  });

  test('NUL is refused by the store itself, which is why it is taken out before', async () => {
    await expect(database.query(`select '\u0000'`)).rejects.toThrow();
  });

  describe('with a server of its own', () => {
    let cluster: Cluster | { missing: string };
    beforeEach(async () => {
      cluster = await startCluster();
    });
    afterEach(async () => {
      if (!('missing' in cluster)) await cluster.stop();
    });

    test('it may be away at the start: every call says so, and works when it comes', async ({ skip }) => {
      if ('missing' in cluster) return skip(`a server of its own: ${cluster.missing}`);
      await cluster.down();
      const register = await open(cluster.url);
      expect(await away(register.add(submission()))).toBe(
        'The register cannot be used now: the database does not answer. Nothing was kept. Try again.',
      );
      await away(register.ready());
      await away(register.publicList());
      await cluster.up();
      await register.ready();
      await register.add(submission());
      await cluster.restart();
      expect(await register.list()).toHaveLength(1);
      await register.close();
    });

    test('kill -9, power: through restarts under load nothing that was acknowledged is lost or there twice', async ({ skip }) => {
      if ('missing' in cluster) return skip(`a server of its own: ${cluster.missing}`);
      const register = await open(cluster.url);
      const acknowledged = new Map<string, string>();
      let [going, refused] = [true, 0];
      const lanes = Array.from({ length: 12 }, async (_, lane) => {
        for (let n = 0; going; n += 1) {
          const idem = `${lane}-${n}`;
          try {
            acknowledged.set(idem, (await register.add(submission({}, { idem }))).reference);
          } catch (error) {
            expect(error).toBeInstanceOf(StoreAway);
            refused += 1;
            await wait(20);
          }
        }
      });
      for (let restarts = 0; restarts < 3; restarts += 1) {
        const before = acknowledged.size;
        while (acknowledged.size < before + 100) await wait(10);
        await cluster.down();
        // Longer than a submission tries by itself.
        await wait(600);
        await cluster.up();
      }
      going = false;
      await Promise.all(lanes);
      const rows = await register.list();
      const kept = new Set(rows.map(({ reference }) => reference));
      expect(acknowledged.size).toBeGreaterThan(300);
      expect([...acknowledged.values()].filter((reference) => !kept.has(reference))).toEqual([]);
      expect(refused).toBeGreaterThan(0);
      // The same form again after it all: the same reference.
      const [idem, reference] = [...acknowledged][0]!;
      expect(await register.add(submission({}, { idem }))).toEqual({ reference, repeated: true });
      await register.close();
    });
  });
});

/** Holds the table of submissions, as a long piece of work by somebody else does. */
async function lockSubmissions(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin; lock table submission in access exclusive mode');
  return () => client.end();
}
