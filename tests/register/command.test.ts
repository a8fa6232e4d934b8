/** `npm run register`: what an operator meets at a terminal. With SQLite each command is a process of its own; with PostgreSQL it is the same code. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localOffer } from '../../src/readings/local-offer.ts';
import { answersOf, beside, dataFolder, register, registerHere, sign } from './command-process.ts';
import { postgresForTests, postgresOrWhyNot, type TestDatabase } from './postgres.ts';

const checked = ['--checked', 'Telephoned the number on its website'];
const area = localOffer.areas[0]!.id;
/** What never may be public. */
const hidden = /Secretperson|Secrets|jo\.secret|school\.example|nobody reviewed/;

describe.each([{ store: 'SQLite' }, { store: 'PostgreSQL', ...postgresOrWhyNot() }])('on $store', ({ store, ...found }) => {
  const missing = 'missing' in found && found.missing;
  const folder = dataFolder();
  let database: TestDatabase | undefined;
  const env: Record<string, string> = { DATA_DIR: folder.dir };
  const run = (...args: string[]) => (store === 'SQLite' ? register : registerHere)(env, ...args);
  /** What is only looked at afterwards needs no process. */
  const here = (...args: string[]) => registerHere(env, ...args);
  const add = (setting: string, given = {}) => beside(env, (opened) => sign(opened, setting, given));

  beforeAll(async () => {
    if (store === 'SQLite' || missing) return;
    database = await postgresForTests();
    env.DATABASE_URL = database!.url;
  });
  afterAll(async () => {
    await database?.stop();
    folder.remove();
  });

  test.skipIf(missing)('an entry goes its whole way: listed, shown, approved, renewed, withdrawn, erased', async () => {
    const reference = await add('Oak School');
    const listed = await run('list', '--format', 'json');
    expect(listed).toMatchObject({ code: 0, said: '' });
    const [row, ...more] = JSON.parse(listed.out) as Record<string, unknown>[];
    expect(more).toEqual([]);
    expect(Object.keys(row!)).toEqual(['reference', 'status', 'createdAt', 'answers', 'flags']);
    expect(row).toMatchObject({ reference, status: 'pending', answers: answersOf('Oak School'), flags: [] });

    const shown = await run('show', reference.toLowerCase().replaceAll('-', ' '));
    expect(shown.code).toBe(0);
    for (const words of ['Oak School', 'jo.secret@school.example', 'Published:\n  nothing', 'none yet']) expect(shown.out).toContain(words);
    expect((await run('show', '--email', 'JO.Secret@school.example')).out).toContain(reference);
    expect(await here('show', '--email', 'nobody@school.example')).toMatchObject({
      code: 0,
      out: '',
      said: 'No entry has this e-mail address.\n',
    });

    const approved = await run('approve', reference, ...checked, '--sentence', 'We listen to every pupil.');
    expect(approved).toMatchObject({ code: 0 });
    expect(approved.out).toMatch(
      /Published before:\n {2}nothing\nPublished now:\n {2}name: Oak School\n[\s\S]*sentence: We listen to every pupil\./,
    );
    const renewed = await run(
      'approve',
      reference,
      '--checked=Asked again',
      '--name',
      'Oak Primary School',
      '--website',
      'https://oak.example/',
      '--by',
      'Ann Other',
    );
    expect(renewed.out).toMatch(/Published before:\n {2}name: Oak School\n[\s\S]*Published now:\n {2}name: Oak Primary School/);
    expect(renewed.said).toContain('The sentence is not published any more.');
    const after = JSON.parse((await here('show', reference, '--format', 'json')).out) as { decisions: object[]; published: object };
    expect(after.decisions).toMatchObject([
      { who: 'Test Operator', from: 'pending', to: 'approved', note: 'Telephoned the number on its website' },
      { who: 'Ann Other', from: 'approved', to: 'approved', note: 'Asked again' },
    ]);
    expect(after.published).toMatchObject({ name: 'Oak Primary School', website: 'https://oak.example/' });

    const withdrawn = await run('withdraw', reference, '--reason', 'The head asked by letter');
    expect(withdrawn).toMatchObject({ code: 0, said: '' });
    expect(await here('show', reference).then(({ out }) => out)).not.toMatch(/Secretperson|jo\.secret/);
    expect(JSON.parse((await here('export', '--public')).out)).toMatchObject({
      count: 0,
      signatories: [],
      withdrawn: [expect.any(String)],
    });
    expect(await here('approve', reference, ...checked)).toMatchObject({ code: 1, out: '' });

    expect(await here('erase', reference)).toMatchObject({ code: 2, out: '' });
    expect((await run('erase', reference, '--yes')).code).toBe(0);
    expect(await here('show', reference)).toMatchObject({ code: 1, out: '' });
    const [line] = readFileSync(join(folder.dir, 'erased.jsonl'), 'utf8').trim().split('\n').slice(-1);
    expect(JSON.parse(line!)).toEqual({ reference, id: expect.any(String), at: expect.any(String) });
    expect(statSync(join(folder.dir, 'erased.jsonl')).mode & 0o777).toBe(0o600);
  });

  test.skipIf(missing)('what is public holds only what a person approved: no contact, nothing unreviewed', async () => {
    const yes = await add('Birch School');
    const no = await add('Beech School');
    const asked = await add('Elder School');
    expect((await here('approve', yes, ...checked)).code).toBe(0);
    expect((await here('reject', no, '--reason', 'The school knows nothing of it')).code).toBe(0);
    const { code, out, said } = await run('export', '--public');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const list = JSON.parse(out) as { count: number; signatories: object[] };
    expect(list.signatories).toContainEqual({
      id: expect.stringMatching(/^[bcdfghjkmnpqrstvwxyz2-9]{8}$/),
      name: 'Birch School',
      kind: 'primary',
      area: 'both',
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
    expect(list.count).toBe(list.signatories.length);
    expect(out).not.toMatch(hidden);
    for (const words of ['Beech', 'Elder', yes, no, asked]) expect(out).not.toContain(words);

    const file = join(folder.dir, 'signed.json');
    expect(await run('export', '--public', '--out', file)).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe(out);
    const nowhere = await run('export', '--public', '--out', join(folder.dir, 'no-folder', 'signed.json'));
    expect(nowhere).toMatchObject({ code: 1, out: '' });
    expect(nowhere.said).toMatch(/is not there/);
  });

  test.skipIf(missing)(
    'entries that were set aside stand under their own heading with why, and approving one says what to look at',
    async () => {
      const first = await add('Rowan School', { more: { email: 'other@school.example' } });
      const second = await add('Rowan School', { flags: ['too-fast', 'decoy'] });
      const { out } = await run('list');
      const [before, after] = out.split(/^Quarantined: 1\..*$/m) as [string, string];
      expect(before).toContain(first);
      expect(before).not.toMatch(new RegExp(`^${second}`, 'm'));
      expect(after).toContain(second);
      expect(after).toContain('sent sooner than a person can fill it in');
      expect(after).toContain(`looks like ${first}`);
      const { code, said } = await run('approve', second, ...checked);
      expect(code).toBe(0);
      for (const words of ['was set aside', 'sooner than a person', first]) expect(said).toContain(words);
    },
  );

  test.skipIf(missing)('earlier signatories come in once, however often the list is given, and nothing of persons with them', async () => {
    const file = join(folder.dir, 'earlier.csv');
    writeFileSync(
      file,
      `name,kind,area,date\r\n"Hazel, Ash and Elm School",special,${area},2021-07-01\r\nMaple Nursery,early-years,${area},2021-06-30\r\n`,
    );
    expect(await run('import', file)).toMatchObject({ code: 0, out: '2 added to the public list, 0 there already.\n' });
    expect(JSON.parse((await here('import', file, '--format', 'json')).out)).toEqual({ added: 0, already: 2 });
    const { signatories } = JSON.parse((await here('export', '--public')).out) as { signatories: { name: string }[] };
    expect(signatories.find(({ name }) => name === 'Maple Nursery')).toMatchObject({ kind: 'early-years', area, date: '2021-06-30' });

    writeFileSync(
      file,
      `name,kind,area,date\nYew School,school,${area},2021-07-01\nFir School,primary,mars,July 2021\nPine School,primary,${area},2021-07-01\n`,
    );
    const refused = await run('import', file);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.said).toContain('line 2, column kind: "school" is no kind. Write one of early-years,');
    expect(refused.said).toContain(`line 3, column area: "mars" is no area. Write one of ${area},`);
    expect(refused.said).toContain('line 3, column date: "July 2021" is no whole day. Write the whole day');
    expect(refused.said).toContain('Nothing was added.');
    expect((await here('list')).out).not.toContain('Pine School');
    expect(await here('import', join(folder.dir, 'none.csv'))).toMatchObject({ code: 1, out: '' });
  });

  test.skipIf(missing)('Retention: purge goes by the settings, says what it did, and changes nothing the second time', async () => {
    const rejected = await add('Larch School');
    await here('reject', rejected, '--reason', 'A test');
    const inAYear = { ...env, TODAY: `${new Date().getUTCFullYear() + 1}-12-31`, KEEP_REJECTED_DAYS: '10', KEEP_CONTACT_MONTHS: '1' };
    const first = await registerHere(inAYear, 'purge', '--format', 'json');
    expect(first).toMatchObject({ code: 0 });
    const counts = JSON.parse(first.out) as { removed: number; contactsErased: number };
    expect(counts.removed).toBeGreaterThan(0);
    expect(counts.contactsErased).toBeGreaterThan(0);
    expect((await here('show', rejected)).code).toBe(1);
    const again = await run('purge', '--format', 'json');
    expect(JSON.parse(again.out)).toEqual({ removed: 0, contactsErased: 0, backups: 0 });
    // The public name stays when the contact goes.
    expect((await here('export', '--public')).out).toContain('Birch School');
  });

  test.skipIf(missing)('a large export goes through a pipe whole, as JSON and as CSV; Spreadsheet formulas are text there', async () => {
    const earlier = Array.from(
      { length: 2000 },
      (_, index) => ({ name: `School ${index} ${'of a long name '.repeat(8)}`, kind: 'primary', area, date: '2021-07-01' }) as const,
    );
    await beside(env, (opened) => opened.importEarlier(earlier, 'Test Operator'));
    await add('=HYPERLINK("https://elsewhere.example")', { more: { how: ' ＝1+1', role: '@sum(1)' } });
    const [json, csv] = await Promise.all([register(env, 'export', '--format', 'json'), register(env, 'export', '--format', 'csv')]);
    expect(json.out.length).toBeGreaterThan(500_000);
    const rows = JSON.parse(json.out) as { reference: string }[];
    expect(rows.length).toBeGreaterThanOrEqual(2000);
    expect(json.said).toMatch(/^This holds names and e-mail addresses/);
    const table = parse(csv.out, { bom: true, columns: true }) as Record<string, string>[];
    expect(table.map(({ reference }) => reference)).toEqual(rows.map(({ reference }) => reference));
    expect(table.at(-1)).toMatchObject({ setting: `'=HYPERLINK("https://elsewhere.example")`, role: `'@sum(1)`, how: `' ＝1+1` });
  });

  test.skipIf(missing)('mail to staff is counted', async () => {
    const { code, out } = await run('mail', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ waiting: expect.any(Number), failed: 0 });
  });
});

describe('wrong use', () => {
  const { dir, remove } = dataFolder();
  const env = { DATA_DIR: join(dir, 'register') };
  afterAll(remove);

  test.each([
    [[], 'Write a command'],
    [['publish'], 'There are list, show'],
    [['list', '--status', 'new'], '--status is "new"'],
    [['list', '--format', 'xml'], '--format is "xml"'],
    [['list', '--all'], '--all is no setting'],
    [['list', 'everything'], '"everything" is too much'],
    [['show'], 'Say a reference'],
    [['show', 'SP-AAAA-0000'], 'is no reference'],
    [['approve', 'SP-BCDF-2345'], 'Say --checked'],
    [['approve', 'SP-BCDF-2345', '--checked', ' '], '--checked is empty'],
    [['reject', 'SP-BCDF-2345'], 'Say --reason'],
    [['reject', 'SP-BCDF-2345', '--reason'], '--reason needs words'],
    [['reject', 'SP-BCDF-2345', '--reason', '--by'], 'Write it with an equals sign'],
    [['withdraw', '--reason', 'asked'], 'Something is missing'],
    [['erase', 'SP-BCDF-2345'], 'say --yes'],
    [['export', '--public', '--format', 'csv'], '--format is "csv"'],
    [['import'], 'Something is missing'],
    [['restore'], 'Say which backup'],
    [['restore', 'file.db'], 'Say --yes'],
  ])('%j ends with 2 and how to write it', async (args, words) => {
    const { code, out, said } = await registerHere(env, ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(said).toContain(words);
    expect(said).not.toMatch(/\bat .*\.ts:|Error:/);
  });

  test('a process says the same', async () => {
    const args = ['list', '--all'];
    expect(await register(env, ...args)).toEqual(await registerHere(env, ...args));
    expect((await register(env, 'publish')).code).toBe(2);
  });

  test('a wrong use makes no register', () => expect(existsSync(join(dir, 'register'))).toBe(false));

  test('what cannot be done ends with 1 and one sentence', async () => {
    for (const args of [
      ['show', 'SP-BCDF-2345'],
      ['approve', 'SP-BCDF-2345', ...checked],
      ['reject', 'SP-BCDF-2345', '--reason', 'x'],
      ['withdraw', 'SP-BCDF-2345', '--reason', 'x'],
      ['erase', 'SP-BCDF-2345', '--yes'],
    ]) {
      const { code, out, said } = await registerHere(env, ...args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(said).toMatch(/^There is no entry SP-BCDF-2345\. .+\n$/);
    }
    const setting = await register({ DATA_DIR: dir, KEEP_REJECTED_DAYS: 'soon' }, 'list');
    expect(setting).toMatchObject({ code: 1, out: '' });
    expect(setting.said).toMatch(/^KEEP_REJECTED_DAYS is "soon"\. .+\n$/);
    const away = await register({ DATA_DIR: dir, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, 'list');
    expect(away).toMatchObject({ code: 1, out: '' });
    expect(away.said).toMatch(/^The register cannot be used now: .+\n$/);
  });

  test('help says how each command is written', async () => {
    const { code, out, said } = await register(env, 'help');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    for (const name of ['list', 'show', 'approve', 'reject', 'withdraw', 'erase', 'export', 'import', 'purge', 'backup', 'restore', 'mail'])
      expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  });
});

describe('before words are public', () => {
  const { dir, remove } = dataFolder();
  const env = { DATA_DIR: dir };
  afterAll(remove);

  test('an e-mail address, a telephone number, a website without https and a sentence without consent are refused, and nothing is published', async () => {
    const [first, silent] = await beside(env, async (opened) => [
      await sign(opened, 'Oak School'),
      await sign(opened, 'Call 01733 555 123', { more: { 'publish-how': '' } }),
    ]);
    const tried: [string[], RegExp][] = [
      [[first!, '--sentence', 'Write to jo@oak.example'], /holds an e-mail address/],
      [[first!, '--sentence', 'Ring 01733 555 123'], /holds a telephone number/],
      [[first!, '--name', 'Oak School jo@oak.example'], /name holds an e-mail address/],
      [[first!, '--name', 'x'.repeat(151)], /more than 150 characters/],
      [[first!, '--sentence', 'x'.repeat(301)], /more than 300 characters/],
      [[first!, '--website', 'http://oak.example'], /begins with https/],
      [[first!, '--website', 'javascript:alert(1)'], /begins with https/],
      [[silent!], /name holds a telephone number/],
      [[silent!, '--name', 'Elm School', '--sentence', 'We listen.'], /did not agree to a published sentence/],
    ];
    for (const [args, words] of tried) {
      const { code, out, said } = await registerHere(env, 'approve', ...args, ...checked);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(said).toMatch(words);
    }
    expect(JSON.parse((await register(env, 'export', '--public')).out)).toMatchObject({ changed: null, count: 0 });
  });

  test('a reader that stops early, as head does, is no fault', async () => {
    await beside(env, async (opened) => {
      const rows = Array.from(
        { length: 1000 },
        (_, index) => ({ name: `${index} ${'x'.repeat(140)}`, kind: 'primary', area, date: '2021-07-01' }) as const,
      );
      await opened.importEarlier(rows, 'Test Operator');
    });
    const child = spawn('sh', ['-c', '{ node_modules/.bin/node src/register.ts export --format json; echo "code $?" >&2; } | head -c 10'], {
      env: { PATH: process.env.PATH, ...env },
    });
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    await new Promise((done) => child.on('close', done));
    expect(said).toContain('code 0');
    expect(said).not.toMatch(/EPIPE|at .*\.ts/);
  });
});
