/** Backups are whole, can be put back, and never bring back what was erased or withdrawn. With the real store and its real files. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openRegister } from '../../src/pledge/register/open.ts';
import { beside, dataFolder, register, registerHere, sign } from './command-process.ts';
import { postgresForTests, postgresOrWhyNot } from './postgres.ts';

const folders: (() => void)[] = [];
afterAll(() => folders.forEach((remove) => remove()));
function fresh() {
  const { dir, remove } = dataFolder();
  folders.push(remove);
  const env: Record<string, string> = { DATA_DIR: dir };
  return { dir, env, run: (...args: string[]) => registerHere(env, ...args) };
}
const statusesOf = async (env: Record<string, string>) =>
  Object.fromEntries((await beside(env, (opened) => opened.list())).map(({ reference, status }) => [reference, status]));

/** @returns what a file holds, read by SQLite itself and not by the command */
function inFile(path: string): { integrity: string; references: string[] } {
  const file = new DatabaseSync(path, { readOnly: true });
  try {
    const [first] = file.prepare('pragma integrity_check').all() as { integrity_check: string }[];
    const rows = file.prepare('select reference from submission order by id').all() as { reference: string }[];
    return { integrity: first!.integrity_check, references: rows.map(({ reference }) => reference) };
  } finally {
    file.close();
  }
}

describe('Backup', () => {
  test('made while others sign: whole, with everything that was acknowledged before it began, for this account alone', async () => {
    const { dir, env } = fresh();
    const opened = await openRegister({ dataDir: dir, serving: true });
    const acknowledged: string[] = [];
    let go = true;
    const writer = (async () => {
      for (let index = 0; go; index += 1) {
        acknowledged.push(await sign(opened, `School ${index}`));
        // SQLite answers at once, so without this nothing else in this process would have its turn.
        await new Promise((done) => setImmediate(done));
      }
    })();
    try {
      while (acknowledged.length < 50) await new Promise((done) => setTimeout(done, 5));
      const before = [...acknowledged];
      const { code, out } = await register(env, 'backup', '--format', 'json');
      expect(code).toBe(0);
      const during = acknowledged.length;
      const { file, counts } = JSON.parse(out) as { file: string; counts: { all: number; pending: number } };
      expect(during).toBeGreaterThan(before.length);
      expect(file).toMatch(/backups\/register-\d{8}T\d{6}\.\d{3}\.db$/);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readdirSync(join(dir, 'backups'))).toHaveLength(1);
      const { integrity, references } = inFile(file);
      expect(integrity).toBe('ok');
      expect(counts).toMatchObject({ all: references.length, pending: references.length });
      expect(references.slice(0, before.length)).toEqual(before);

      // Exactly, when nobody writes: the last ones stand in the journal alone, as the server still runs.
      go = false;
      await writer;
      const second = JSON.parse((await registerHere(env, 'backup', '--format', 'json')).out) as { file: string };
      expect(inFile(second.file)).toEqual({ integrity: 'ok', references: acknowledged });
    } finally {
      go = false;
      await writer;
      await opened.close();
    }
  });

  test('never writes over a file, makes none of a register that is not there, and says so of one that is damaged', async () => {
    const { dir, env, run } = fresh();
    const file = join(dir, 'mine.db');
    expect(await run('backup', file)).toMatchObject({ code: 1, out: '', said: expect.stringContaining('nothing to back up') });
    await beside(env, (opened) => sign(opened, 'Oak School'));
    expect(await run('backup', file)).toMatchObject({ code: 0, out: expect.stringContaining('Entries: 1 (1 pending') });
    const before = readFileSync(file);
    expect(await run('backup', file)).toMatchObject({ code: 1, out: '', said: expect.stringContaining('not overwritten') });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await run('backup', join(dir, 'no-folder', 'mine.db'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not there'),
    });

    damage(join(dir, 'register.db'));
    expect(await run('backup', join(dir, 'other.db'))).toMatchObject({ code: 1, out: '', said: expect.stringContaining('damaged') });
    expect(readdirSync(dir).filter((name) => name.startsWith('other'))).toEqual([]);
  });

  test('Retention: those of its own naming go after 35 days, and it says which; others stay', async () => {
    const { dir, env, run } = fresh();
    await beside(env, (opened) => sign(opened, 'Oak School'));
    const backups = join(dir, 'backups');
    mkdirSync(backups);
    const today = { ...env, TODAY: '2026-11-23' };
    const old = [
      'register-20261018T000000.000.db',
      'register-20261001T120000.000-before-restore.db',
      'register-20261001T120000.000.db.77.new',
    ];
    const kept = ['register-20261020T000000.000.db', 'from-before.db'];
    for (const name of [...old, ...kept]) writeFileSync(join(backups, name), '');
    // Of a restore that was killed.
    const left = join(dir, 'restore-Ab12Cd');
    mkdirSync(left);
    utimesSync(left, new Date('2026-11-20'), new Date('2026-11-20'));
    const { code, said } = await registerHere(today, 'backup');
    expect(code).toBe(0);
    for (const name of old) expect(said).toContain(name);
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(backups)).toEqual(expect.arrayContaining(kept));
    expect(readdirSync(backups).filter((name) => old.includes(name))).toEqual([]);
    writeFileSync(join(backups, old[0]!), '');
    expect(JSON.parse((await registerHere(today, 'purge', '--format', 'json')).out)).toMatchObject({ backups: 1 });
    expect((await run('backup')).code).toBe(0);
  });
});

/** Breaks pages in the middle, as a failing disk does. */
function damage(file: string) {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, 4096, 24_576);
  writeFileSync(file, bytes);
}

describe('restore', () => {
  test('brings back equal counts, and what was erased or withdrawn since the backup stays so', async () => {
    const { dir, env } = fresh();
    const [oak, elm, ash, yew] = await beside(env, async (opened) => {
      const made: string[] = [];
      for (const name of ['Oak School', 'Elm School', 'Ash School', 'Yew School']) made.push(await sign(opened, name));
      for (const reference of made.slice(0, 3)) await opened.approve(reference, 'Test', { checked: 'x' });
      return made as [string, string, string, string];
    });
    const { file, counts } = JSON.parse((await register(env, 'backup', '--format', 'json')).out) as {
      file: string;
      counts: { all: number };
    };
    expect(counts).toMatchObject({ all: 4, approved: 3, pending: 1 });

    await registerHere(env, 'erase', elm, '--yes');
    await registerHere(env, 'withdraw', ash, '--reason', 'The head asked');
    const later = await beside(env, (opened) => sign(opened, 'Later School'));

    expect(await register(env, 'restore', file)).toMatchObject({ code: 2, out: '' });
    const { code, out, said } = await register(env, 'restore', file, '--yes', '--format', 'json');
    expect(code).toBe(0);
    const done = JSON.parse(out) as Record<string, unknown> & { kept: string };
    expect(done).toMatchObject({
      before: { all: 4, approved: 1, pending: 2, withdrawn: 1 },
      backup: counts,
      after: { all: 3, approved: 1, pending: 1, withdrawn: 1 },
      erasedAgain: 1,
      withdrawnAgain: 1,
      notInBackup: [later],
    });
    expect(said).toContain(later);
    expect(await statusesOf(env)).toEqual({ [oak]: 'approved', [ash]: 'withdrawn', [yew]: 'pending' });
    const list = await beside(env, (opened) => opened.publicList());
    expect(list).toMatchObject({ count: 1, withdrawn: [expect.any(String), expect.any(String)] });
    // Nothing of the erased one is left, in the register's own file either.
    expect(readFileSync(join(dir, 'register.db')).includes('Elm School')).toBe(false);
    expect(inFile(done.kept).references).toContain(later);
    expect(readdirSync(dir).filter((name) => name.startsWith('restore-'))).toEqual([]);
    expect(statSync(join(dir, 'register.db')).mode & 0o777).toBe(0o600);
  });

  test('on a new machine the record of erasures alone keeps them; a line that was cut off is told of', async () => {
    const { env, dir } = fresh();
    const [oak, elm] = await beside(env, async (opened) => [await sign(opened, 'Oak School'), await sign(opened, 'Elm School')]);
    const backup = join(dir, 'mine.db');
    await registerHere(env, 'backup', backup);
    await registerHere(env, 'erase', elm!, '--yes');

    const other = fresh();
    copyFileSync(join(dir, 'erased.jsonl'), join(other.dir, 'erased.jsonl'));
    appendFileSync(join(other.dir, 'erased.jsonl'), '{"reference":"SP-');
    const { code, out, said } = await other.run('restore', backup, '--yes', '--format', 'json');
    expect(code).toBe(0);
    expect(said).toContain('line 2');
    expect(JSON.parse(out)).toMatchObject({ before: null, erasedAgain: 1, after: { all: 1 }, kept: null });
    expect(Object.keys(await statusesOf(other.env))).toEqual([oak]);
    // The next erasure does not end up in the broken line.
    await other.run('erase', oak!, '--yes');
    const lines = readFileSync(join(other.dir, 'erased.jsonl'), 'utf8').trim().split('\n');
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ reference: oak });
  });

  test('with no erasures, as many of each status come back as were backed up, from a damaged register too', async () => {
    const { dir, env, run } = fresh();
    await beside(env, async (opened) => {
      for (let index = 0; index < 60; index += 1) {
        const reference = await sign(opened, `School ${index}`, { flags: index % 5 === 0 ? ['decoy'] : [] });
        if (index % 3 === 0) await opened.approve(reference, 'Test', { checked: 'x' });
        else if (index % 7 === 1) await opened.reject(reference, 'Test', 'x');
      }
    });
    const statuses = await statusesOf(env);
    const { file, counts } = JSON.parse((await run('backup', '--format', 'json')).out) as { file: string; counts: object };
    damage(join(dir, 'register.db'));
    const { code, out, said } = await run('restore', file, '--yes', '--format', 'json');
    expect(code).toBe(0);
    expect(said).toContain('could not be read');
    expect(JSON.parse(out)).toMatchObject({ before: null, backup: counts, after: counts, kept: expect.stringMatching(/-damaged\.db$/) });
    expect(await statusesOf(env)).toEqual(statuses);
  });

  test('refuses while a server runs, and what is no whole backup of a version that it knows; the register stays as it was', async () => {
    const { dir, env, run } = fresh();
    const reference = await beside(env, (opened) => sign(opened, 'Oak School'));
    const backup = join(dir, 'mine.db');
    await run('backup', backup);

    const serving = await openRegister({ dataDir: dir, serving: true });
    try {
      expect(await run('restore', backup, '--yes')).toMatchObject({ code: 1, out: '', said: expect.stringContaining('A server runs') });
    } finally {
      await serving.close();
    }

    const cut = join(dir, 'cut.db');
    copyFileSync(backup, cut);
    truncateSync(cut, 9000);
    const words = join(dir, 'words.db');
    writeFileSync(words, 'These are words and no register. '.repeat(300));
    const empty = join(dir, 'empty.db');
    writeFileSync(empty, '');
    const broken = join(dir, 'broken.db');
    copyFileSync(backup, broken);
    damage(broken);
    for (const file of [cut, words, empty, broken])
      expect(await run('restore', file, '--yes')).toMatchObject({
        code: 1,
        out: '',
        said: expect.stringMatching(/is damaged or is no register/),
      });

    const newer = join(dir, 'newer.db');
    copyFileSync(backup, newer);
    const file = new DatabaseSync(newer);
    file.exec(`insert into schema_version (version, at) values (99, '2030-01-01')`);
    file.close();
    expect(await run('restore', newer, '--yes')).toMatchObject({ code: 1, out: '', said: expect.stringContaining('newer version') });
    expect(await run('restore', join(dir, 'none.db'), '--yes')).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no file'),
    });
    expect(await run('restore', join(dir, 'register.db'), '--yes')).toMatchObject({
      code: 1,
      said: expect.stringContaining('the register itself'),
    });

    expect(await statusesOf(env)).toEqual({ [reference]: 'pending' });
    expect(readdirSync(dir).filter((name) => name.startsWith('restore-'))).toEqual([]);
  });

  test('a register that another command has open is not taken away from under it', async () => {
    const { dir, env, run } = fresh();
    const backup = join(dir, 'mine.db');
    const reference = await beside(env, (opened) => sign(opened, 'Oak School'));
    await run('backup', backup);
    const later = await beside(env, async (opened) => {
      const later = await sign(opened, 'Elm School');
      expect(await run('restore', backup, '--yes')).toMatchObject({ code: 1, said: expect.stringContaining('Another command') });
      return later;
    });
    expect(await statusesOf(env)).toEqual({ [reference]: 'pending', [later]: 'pending' });
  });
});

const { name, missing } = postgresOrWhyNot();
describe(name, () => {
  test.skipIf(missing)(
    'backup and restore point to its own dumps, and restore --erased erases again what a dump brought back',
    async () => {
      const database = await postgresForTests();
      const { dir, env, run } = fresh();
      env.DATABASE_URL = database!.url;
      try {
        const backup = await run('backup');
        expect(backup).toMatchObject({ code: 1, out: '' });
        expect(backup.said).toContain('pg_dump');
        expect(await run('restore', 'x.db', '--yes')).toMatchObject({ code: 1, said: expect.stringContaining('pg_restore') });

        const [oak, elm] = await beside(env, async (opened) => [await sign(opened, 'Oak School'), await sign(opened, 'Elm School')]);
        expect((await run('erase', elm!, '--yes')).code).toBe(0);
        const record = join(dir, 'erased.jsonl');
        // The dump is from before: it has the entry and no tombstone.
        await database!.query(`delete from tombstone`);
        await database!.query(
          `insert into submission (reference, idem, form, form_version, status, created_at, answers, flags)
         values ('${elm}', 'from the dump', 'pledge', 1, 'pending', '2026-11-01T00:00:00.000Z', '{"setting":"Elm School"}', '[]')`,
        );
        expect(Object.keys(await statusesOf(env)).sort()).toEqual([oak!, elm!].sort());
        expect(JSON.parse((await run('restore', '--erased', record, '--format', 'json')).out)).toMatchObject({
          recorded: 1,
          erasedAgain: 1,
        });
        expect(Object.keys(await statusesOf(env))).toEqual([oak]);
        expect(JSON.parse((await run('restore', '--erased', record, '--format', 'json')).out)).toMatchObject({
          recorded: 1,
          erasedAgain: 0,
        });
        expect(existsSync(join(dir, 'register.db'))).toBe(false);
      } finally {
        await database!.stop();
      }
    },
  );
});
