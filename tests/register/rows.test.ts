/**
 * The requirements of a small public form, each against the site as a council serves it: a real process, real stores, real faults.
 * What single parts promise is tried beside them; here is what a person and an operator get. One file over 150 lines: one list.
 * The tests run side by side, since most of their time is waiting.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as cheerio from 'cheerio';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Answers } from '../../src/pledge/form/fields.ts';
import { backupFolder, backupPath } from '../../src/pledge/register/backup.ts';
import { confirmToken, formToken, readConfirmToken } from '../../src/pledge/form/token.ts';
import { pledgeService } from '../../src/pledge-service.ts';
import { readServiceSettings, readSettings } from '../../src/settings.ts';
import { endAll, start } from '../journeys/server-process.ts';
import { startCluster } from './postgres-cluster.ts';
import { postgresOrWhyNot } from './postgres.ts';
import { ownStores, serve, shownAgain, storeAt, until, type OwnStore, type Served } from './served.ts';
import { bodyOf, formOf, referenceIn, rightAnswers } from './signing.ts';

/** Every row; its first words stand in the name of a test. */
const rows = [
  ...['Cross-site POST', 'Host or forwarded-header spoof', 'Spam', 'Flood', 'Double click, reload, back', 'Token old, altered, copied'],
  ...['Secret rotation', 'Size', 'Wrong type, broken body', 'Missing, blank, look-alike blank', 'Names', 'Look-alike names'],
  ...['HTML, SQL, templates', 'Spreadsheet formulas', 'Prototype, parameter pollution, mass assignment', 'Mail injection'],
  ...['Mail down, slow, bouncing', 'Log', 'Personal data in URLs', 'Retention', 'Subject request', 'Backup', 'kill -9, power'],
  ...['SQLite locked by the CLI', 'PostgreSQL restarts, is slow or away', 'Disk full', 'Store opened by an older or newer version'],
  ...['Shutdown', 'Slow clients', 'Back-pressure', 'Clock skew', 'Unhandled error', 'Static site', 'Supply chain'],
];
// Most of their time is waiting: the store's 5 seconds, a slow client's 10.
vi.setConfig({ maxConcurrency: 10 });

const secretA = 'made-up-secret-of-the-tests-number-a';
const secretB = 'made-up-secret-of-the-tests-number-b';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
const freshFolder = () => mkdtempSync(join(folder, 'data-'));
const removed: (() => Promise<void>)[] = [];
/** The one for rows that need no settings of their own. */
let plain: Served;
const plainStore = storeAt(freshFolder());
beforeAll(async () => {
  plain = await serve(plainStore.env);
});
afterAll(async () => {
  endAll();
  for (const remove of removed) await remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What was sent, as answers of the register. */
const answersIn = ({ token: _, ...fields }: Record<string, string[]>): Answers => {
  const one = (name: string) => fields[name]?.[0] ?? '';
  const names = ['setting', 'kind', 'kind-other', 'area', 'website', 'name', 'role', 'email', 'how', 'publish-how', 'authority'];
  return { ...Object.fromEntries(names.map((name) => [name, one(name)])), value: fields.value ?? [] } as unknown as Answers;
};
const lines = (said: string) =>
  said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
/** A start that must not be: its one line. */
async function refused(settings: Record<string, string>): Promise<string> {
  const { code, said } = await start({ PORT: '0', ...settings }).ended;
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(1);
  return said.trim();
}
/** Bytes as no browser sends them. @returns all that comes back until the server closes the connection */
const raw = (site: string, words: string) =>
  new Promise<string>((done) => {
    let said = '';
    const socket = connect(Number(new URL(site).port), '127.0.0.1', () => socket.write(words));
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.on('error', () => undefined).on('close', () => done(said));
  });

test.concurrent.each(rows)('every row has a test of its name: %s', (row) => {
  const names = globSync('tests/{unit,register}/**/*.test.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^\s*(?:\]\)|(?:describe|test)[\w.]*(?:\([^\n]*\))?)\(\s*['"`]([^\n]*)/gm)].map(
      ([, name]) => name!,
    ),
  );
  expect(names.filter((name) => new RegExp(`^(.*[;:,] )?${row}(?=[:;,'"\`]| is | are )`).test(name))).not.toEqual([]);
});

describe.concurrent.each(ownStores)('on $name', ({ name, missing, make }) => {
  const fresh = async () => {
    const store = await make();
    removed.push(store.remove);
    return store;
  };
  /** A form whose answers were checked, and the server that shows it. */
  const readyToSign = async (store: OwnStore, setting: string) => {
    const site = await serve(store.env);
    return { site, fields: (await site.toCheck({ setting })).fields };
  };

  describe.skipIf(missing)('what people and operators get', () => {
    const slow = name === 'SQLite' ? 'SQLite locked by the CLI' : 'PostgreSQL restarts, is slow or away';
    test.concurrent(`${slow}: 503 with the answers kept, pages go on, and the same button then keeps one row`, async () => {
      const store = await fresh();
      const { site, fields } = await readyToSign(store, 'While it is locked');
      const unlock = await store.lock();
      const since = performance.now();
      const waiting = Promise.all([site.confirm(fields), site.local('/readyz')]);
      await wait(500);
      const [form, home, alive] = await Promise.all([site.open('/pledge/sign/'), site.open('/'), site.local('/healthz')]);
      expect([form.status, home.status, alive.status]).toEqual([200, 200, 200]);
      expect(performance.now() - since).toBeLessThan(4000);
      const [answer, readiness] = await waiting;
      const seconds = (performance.now() - since) / 1000;
      expect(seconds).toBeGreaterThan(4.8);
      expect(seconds).toBeLessThan(12);
      expect(readiness.status).toBe(503);
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
      const again = await shownAgain(answer, 503, 'not-saved', fields);
      await unlock();
      const reference = referenceIn(await site.confirm(again));
      expect(reference).toBeTruthy();
      expect(referenceIn(await site.confirm(fields))).toBe(reference);
      expect((await site.local('/readyz')).status).toBe(200);
      await site.stop();
      expect((await store.entries()).map((entry) => [entry.reference, entry.answers.setting])).toEqual([[reference, 'While it is locked']]);
    });

    test.concurrent('Shutdown: SIGTERM while a signature is being kept: it is kept and answered, and the end is 0', async () => {
      const store = await fresh();
      const { site, fields } = await readyToSign(store, 'At the end');
      const unlock = await store.lock();
      const signing = site.confirm(fields);
      await until(async () => (await (await site.local('/metrics')).text()).includes('pledge_form') && inside(site));
      const ended = site.stop();
      await wait(300);
      await expect(fetch(site.site)).rejects.toThrow();
      await unlock();
      const reference = referenceIn(await signing);
      const { code } = await ended;
      expect([code, (await store.entries()).map((entry) => entry.reference)]).toEqual([0, [reference]]);
    });

    test.concurrent('Store opened by an older or newer version: a newer one stops the start with one line', async () => {
      const store = await fresh();
      await store.beside((register) => register.ready());
      await store.sql(`insert into schema_version (version, at) values (99, '2030-01-01T00:00:00.000Z')`);
      expect(await refused(store.env)).toMatch(/^The register was written by a newer version of this program: .* version 99.*\.$/);
    });

    test.concurrent('Retention: the server itself removes at its start what is over its time, and its log says how many', async () => {
      const store = await fresh();
      await store.beside(async (register) => {
        for (const [setting, flags] of [
          ['Old', ['decoy']],
          ['Fresh', ['decoy']],
          ['Old and waiting', []],
        ] as const) {
          const answers = { ...answersIn({}), setting, kind: 'primary' } as Answers;
          await register.add({ idem: setting, formVersion: 1, answers, flags: [...flags], quarantine: flags.length > 0 });
        }
      });
      const old = new Date(Date.now() - 8.1 * 86_400_000).toISOString();
      await store.sql(`update submission set created_at = '${old}' where idem like 'Old%'`);
      const site = await serve({ ...store.env, KEEP_REJECTED_DAYS: '8' });
      const line = await until(() => lines(site.server.said()).find(({ event }) => event === 'purge'));
      expect(line).toMatchObject({ removed: 1, contactsErased: 0 });
      expect((await store.entries()).map(({ answers }) => answers.setting)).toEqual(['Fresh', 'Old and waiting']);
      await site.stop();
    });

    test.concurrent(
      'Clock skew, Spreadsheet formulas: who signs at 00:30 in summer signed that day, and a name that is a formula is text',
      async () => {
        const store = await fresh();
        // A machine far from England: only the day there may count.
        const site = await serve({ ...store.env, TZ: 'Pacific/Auckland' });
        const names = ['=HYPERLINK("https://evil.example")', '＝1+1', 'Night, "School"'];
        const references: string[] = [];
        for (const setting of names) references.push(await site.sign({ setting, website: '' }));
        for (const { createdAt } of await store.entries()) {
          expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
          expect(Math.abs(Date.now() - Date.parse(createdAt))).toBeLessThan(60_000);
        }
        await store.sql(`update submission set created_at = '2026-06-30T23:30:00.000Z'`);
        await store.beside(async (register) => {
          for (const reference of references) await register.approve(reference, 'Ada', { checked: 'Telephoned.' });
        });
        const csv = await until(async () => {
          const text = await (await site.open('/pledge/signed.csv')).arrayBuffer();
          return Buffer.from(text).toString().includes('Night') ? Buffer.from(text).toString() : undefined;
        });
        const list = (await (await site.open('/pledge/signed.json')).json()) as { signatories: { name: string; date: string }[] };
        expect(list.signatories.map(({ date }) => date)).toEqual(['2026-07-01', '2026-07-01', '2026-07-01']);
        expect(list.signatories.map(({ name: own }) => own).sort()).toEqual([...names].sort());
        expect(csv.startsWith('\ufeff')).toBe(true);
        for (const cell of [`"'=HYPERLINK(""https://evil.example"")"`, `'＝1+1`, `"Night, ""School"""`]) expect(csv).toContain(`,${cell},`);
        expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const page = cheerio.load(await (await site.open('/pledge/signed/')).text());
        for (const own of names) expect(page('main').text()).toContain(own);
        await site.stop();
      },
    );
  });
});
const inside = async (site: Served) => Number(/^http_inside (\d+)$/m.exec(await (await site.local('/metrics')).text())?.[1]) > 0;

test.concurrent(
  'Double click, reload, back: a second server on the same data folder is refused in one line, and the first goes on',
  async () => {
    const sentence = await refused(plainStore.env);
    expect(sentence).toMatch(/^Another server already runs with the data folder .*\.$/);
    expect(await plain.sign({ setting: 'Beside a second server' })).toBeTruthy();
  },
);

test.concurrent(
  'Flood: too many from one address are answered 429 with the answers kept; others sign, and nobody chooses their address',
  async () => {
    const store = storeAt(freshFolder());
    const settings = { ...store.env, FORM_RATE: '2' };
    const site = await serve({ ...settings, TRUSTED_PROXIES: '127.0.0.1' });
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    const { fields } = await site.toCheck({ setting: 'Third' });
    for (const setting of ['First', 'Second'])
      expect((await site.confirm((await site.toCheck({ setting })).fields, '', from('2001:db8:1:1::1'))).status).toBe(303);
    // Another address of the same household, and one that the sender wrote in front.
    for (const address of ['2001:db8:1:1::2', '192.0.2.9, 2001:db8:1:1:ffff::9']) {
      const answer = await site.confirm(fields, '', from(address));
      const seconds = Number(answer.headers.get('Retry-After'));
      expect(seconds).toBeGreaterThan(200);
      expect(seconds).toBeLessThanOrEqual(300);
      await shownAgain(answer, 429, 'busy', fields);
    }
    expect((await site.open('/pledge/sign/', from('2001:db8:1:1::1'))).status).toBe(200);
    expect((await site.confirm(fields, '', from('2001:db8:1:2::1'))).status).toBe(303);
    await site.stop();
    expect(await store.entries()).toHaveLength(3);

    const unlisted = await serve(settings);
    const statuses = [];
    for (const [index, setting] of ['Fourth', 'Fifth', 'Sixth'].entries())
      statuses.push((await unlisted.confirm((await unlisted.toCheck({ setting })).fields, '', from(`198.51.100.${index}`))).status);
    expect(statuses).toEqual([303, 303, 429]);
    await unlisted.stop();
  },
);

test.concurrent('Flood: more than 200 signatures in an hour are said once in the log', async () => {
  const site = await serve({ DATA_DIR: freshFolder(), FORM_SECRETS: secretA });
  const { fields } = await site.toCheck();
  for (let left = 202; left > 0; left -= 6) {
    const some = Array.from({ length: Math.min(6, left) }, (_, index) => ({ ...fields, setting: [`School ${left - index}`] }));
    const tokens = some.map((one) => confirmToken([secretA], { nonce: `n${left}`, answers: answersIn(one), flags: [], now: new Date() }));
    const answers = await Promise.all(some.map((one, index) => site.confirm({ ...one, token: [tokens[index]!] })));
    for (const { status } of answers) expect(status).toBe(303);
    const told = lines(site.server.said()).filter(({ event }) => event === 'many-signatures');
    if (left > 6) expect(told).toEqual([]);
  }
  const { said } = await site.stop();
  expect(lines(said).filter(({ event }) => event === 'many-signatures')).toMatchObject([{ level: 'warn', inAnHour: 200 }]);
});

test.concurrent(
  'Token old, altered, copied; Clock skew: a token of yesterday shows the answers again and keeps what was seen; 5 minutes ahead are taken',
  async () => {
    const store = storeAt(freshFolder());
    const site = await serve({ ...store.env, FORM_SECRETS: secretA });
    const { fields } = await site.toCheck({ setting: 'Opened yesterday' });
    const at = (minutes: number, flags: ('decoy' | 'too-fast')[] = []) => ({
      ...fields,
      token: [
        confirmToken([secretA], { nonce: `n${minutes}`, answers: answersIn(fields), flags, now: new Date(Date.now() + minutes * 60_000) }),
      ],
    });
    const yesterday = at(-24 * 60 - 1, ['decoy']);
    const fresh = await shownAgain(await site.confirm(yesterday), 422, 'again', yesterday);
    const reference = referenceIn(await site.confirm(fresh))!;
    await shownAgain(await site.confirm(at(6)), 422, 'again', at(6));
    expect((await site.confirm(at(4))).status).toBe(303);
    expect((await site.confirm(at(-24 * 60 + 1))).status).toBe(303);
    await site.stop();
    const entries = await store.entries();
    expect(entries).toHaveLength(3);
    expect(entries[0]).toMatchObject({ reference, status: 'quarantined', flags: expect.arrayContaining(['decoy']) });
    expect(entries[0]!.flags).not.toContain('no-token');
  },
);

test.concurrent(
  'Secret rotation: who had the form open when the secret changed signs all the same; a secret that is gone asks once more',
  async () => {
    const data = freshFolder();
    const before = await serve({ DATA_DIR: data, FORM_SECRETS: secretA });
    const { fields } = await before.toCheck({ setting: 'Through a rotation' });
    const { fields: form } = formOf(await (await before.open('/pledge/sign/')).text());
    expect((await before.stop()).code).toBe(0);
    const both = await serve({ DATA_DIR: data, FORM_SECRETS: `${secretB},${secretA}` });
    expect((await both.confirm(fields)).status).toBe(303);
    const next = formOf(await (await both.send('/pledge/sign/', { ...fields, token: form.token! })).text()).fields;
    const read = (secret: string) => readConfirmToken([secret], next.token![0]!, answersIn(next), new Date());
    // The newest signs, and nothing that the form had seen was lost.
    expect(read(secretB)).toMatchObject({ state: 'good', flags: [] });
    expect(read(secretA).state).toBe('wrong');
    await both.stop();
    const after = await serve({ DATA_DIR: data, FORM_SECRETS: secretB });
    const again = await shownAgain(await after.confirm(fields), 422, 'again', fields);
    expect((await after.confirm(again)).status).toBe(303);
    expect((await after.confirm(next)).status).toBe(303);
    await after.stop();

    // Made by the server itself, it is the same at the next start.
    const own = freshFolder();
    const first = await serve({ DATA_DIR: own });
    const { fields: kept } = await first.toCheck();
    await first.stop();
    const second = await serve({ DATA_DIR: own });
    expect((await second.confirm(kept)).status).toBe(303);
    await second.stop();
  },
);

test.concurrent('Spam: sooner than 2 seconds or with the hidden field filled is set aside and answered like any other', async () => {
  const store = storeAt(freshFolder());
  const site = await serve({ ...store.env, FORM_MIN_SECONDS: '', FORM_SECRETS: secretA });
  const $ = cheerio.load(await (await site.open('/pledge/sign/')).text());
  const decoy = $('[name="contact-phone"]');
  expect([decoy.attr('tabindex'), decoy.attr('autocomplete'), decoy.closest('[hidden]').length]).toEqual(['-1', 'off', 1]);
  const value = [await site.value()];
  /** @param age of the form in seconds, so that a slow machine changes nothing */
  const signed = async (setting: string, age: number, phone = '') => {
    const token = formToken([secretA], new Date(Date.now() - age * 1000));
    const check = await site.send('/pledge/sign/', { ...rightAnswers, value, setting, token, 'contact-phone': phone });
    const answer = await site.confirm(formOf(await check.text()).fields);
    expect(answer.headers.get('Location')).toBe(`/pledge/sign/done/${referenceIn(answer)}/`);
    return referenceIn(answer);
  };
  // The first as a clock that is ahead has it: at once, however long this takes.
  const references = [await signed('Fast', -60), await signed('Filled', 3, '01632 960000'), await signed('Calm', 3)];
  await site.stop();
  expect((await store.entries()).map(({ reference, status, flags }) => [reference, status, flags])).toEqual([
    [references[0], 'quarantined', ['too-fast']],
    [references[1], 'quarantined', ['decoy']],
    [references[2], 'pending', []],
  ]);
});

test.concurrent('Size: what is too large is answered and let go, on the site as it is served', async () => {
  const head = (line: string, more = '') => `${line} HTTP/1.1\r\nHost: a\r\nOrigin: ${plain.site}\r\n${more}`;
  const type = 'Content-Type: application/x-www-form-urlencoded\r\n';
  const chunk = `${(0x4000).toString(16)}\r\n${'x'.repeat(0x4000)}\r\n`;
  const post = head('POST /pledge/sign/confirm/', type);
  const answers = await Promise.all([
    raw(plain.site, `${post}Content-Length: 70000\r\n\r\nsetting=`),
    raw(plain.site, `${post}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`),
    raw(plain.site, `${head('GET /', `X-Long: ${'x'.repeat(17_000)}\r\n`)}\r\n`),
    raw(plain.site, `${head(`GET /?q=${'x'.repeat(8_200)}`)}\r\n`),
  ]);
  expect(answers.map((answer) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]))).toEqual([413, 413, 431, 414]);
  for (const answer of answers.slice(0, 2)) expect(answer).toContain('<h1');
});

test.concurrent('Wrong type, broken body: never a fault of ours, and nothing is kept', async () => {
  const before = (await plainStore.entries()).filter(({ answers }) => answers.setting === 'Broken').length;
  const form = bodyOf({ ...rightAnswers, setting: 'Broken' }).toString();
  const cases: [number, string, string | Uint8Array][] = [
    [415, 'application/json', JSON.stringify({ setting: 'Broken' })],
    [415, 'text/plain', form],
    [415, 'application/x-www-form-urlencoded; charset=iso-8859-1', form],
    [400, 'multipart/form-data', form],
    [400, 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="setting"\r\n\r\nBroken'],
    [400, 'application/x-www-form-urlencoded', '&'.repeat(5000)],
    [422, 'application/x-www-form-urlencoded', Uint8Array.from([255, 254, 37, 37, 61, 0, 128])],
  ];
  for (const path of ['/pledge/sign/', '/pledge/sign/confirm/', '/easy-read/pledge/sign/confirm/'])
    for (const [status, type, body] of cases) {
      const headers = { Origin: plain.site, 'Content-Type': type };
      const answer = await fetch(plain.site + path, { method: 'POST', body: body as BodyInit, headers });
      expect([path, type, answer.status]).toEqual([path, type, status]);
      expect(cheerio.load(await answer.text())('h1')).toHaveLength(1);
    }
  expect(before).toBe(0);
  expect((await plainStore.entries()).filter(({ answers }) => answers.setting === 'Broken')).toEqual([]);
});

test.concurrent.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['Hangul filler', '\u3164'],
  ['Braille blank', '\u2800'],
  ['tag characters', '\u{e0041}\u{e0042}'],
  ['a variation selector', '\ufe0f\u{e0100}'],
  ['no letter', '!!! ---'],
])('Missing, blank, look-alike blank: a name of %s is told beside its field', async (_, setting) => {
  const { fields } = formOf(await (await plain.open('/pledge/sign/')).text());
  for (const path of ['/pledge/sign/', '/pledge/sign/confirm/']) {
    const answer = await plain.send(path, { ...fields, value: [await plain.value()], ...rightAnswers, setting });
    expect(answer.status).toBe(422);
    const $ = cheerio.load(await answer.text());
    const links = $('main [role=alert] a').toArray();
    expect(links.map((link) => $(link).attr('href'))).toEqual(['#setting']);
    expect($('[id="setting-error"]').text()).toContain($(links[0]!).text());
  }
});

test.concurrent('Names: any script and sign is kept as it was written; what cannot be seen is taken out', async () => {
  const typed = [
    ['Ysgol Dŵr-y-Felin & O’Neill’s “Tŷ Bach”', 'Ysgol Dŵr-y-Felin & O’Neill’s “Tŷ Bach”'],
    ['مدرسة النور', 'مدرسة النور'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['小さな学校', '小さな学校'],
    ['Cafe\u0301 school', 'Caf\u00e9 school'],
    [' \u202eEvil\u202c\u200b\u0007  school\r\nBcc: x\u{e0041} ', 'Evil school Bcc: x'],
  ] as const;
  const references: string[] = [];
  for (const [setting] of typed) references.push(await plain.sign({ setting }));
  const entries = await plainStore.entries();
  expect(references.map((own) => entries.find(({ reference }) => reference === own)!.answers.setting)).toEqual(
    typed.map(([, kept]) => kept),
  );
});

test.concurrent('Personal data in URLs: every form is sent as POST, and the address of the thanks holds the reference alone', async () => {
  const { html, fields } = await plain.toCheck({ setting: 'No words in addresses', email: 'nobody@example.org' });
  const form = await (await plain.open('/pledge/sign/')).text();
  for (const page of [form, html]) {
    const $ = cheerio.load(page);
    const forms = $('main form').toArray();
    expect(forms.length).toBeGreaterThan(0);
    for (const one of forms) expect($(one).attr('method')?.toLowerCase()).toBe('post');
    for (const link of $('a[href], form[action]').toArray()) {
      const address = decodeURIComponent(($(link).attr('href') ?? $(link).attr('action'))!);
      for (const word of ['nobody@', 'No words', 'Testa']) expect(address).not.toContain(word);
    }
  }
  const answer = await plain.confirm(fields);
  expect(answer.headers.get('Location')).toBe(`/pledge/sign/done/${referenceIn(answer)}/`);
});

test.concurrent('Mail injection, mail bombing: only the listed staff get mail, whatever address was typed', async () => {
  const received: { to: string[]; raw: string }[] = [];
  const sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.on('data', (part) => (text += String(part))).on('end', () => done());
      stream.on('end', () => received.push({ to: envelope.rcptTo.map(({ address }) => address), raw: text }));
    },
  });
  const port = await new Promise<number>((found) => {
    const listening = sink.listen(0, '127.0.0.1', () => found((listening.address() as AddressInfo).port));
  });
  const mail = { MAIL_FROM: 'pledge@council.example', MAIL_TO: 'one@council.example,two@council.example' };
  const site = await serve({ DATA_DIR: freshFolder(), SMTP_URL: `smtp://127.0.0.1:${port}`, ...mail });
  for (const email of ['v@evil.example\r\nBcc: w@evil.example', 'v@evil.example,w@evil.example', 'v@evil.example; w@evil.example']) {
    const { fields } = formOf(await (await site.open('/pledge/sign/')).text());
    const answer = await site.send('/pledge/sign/confirm/', { ...fields, value: [await site.value()], ...rightAnswers, email });
    expect([email, answer.status]).toEqual([email, 422]);
  }
  const reference = await site.sign({ email: 'victim@example.org', setting: 'Subject: x\r\nBcc: w@evil.example', name: 'a\u2028To: b' });
  await until(() => received.length > 0);
  await site.stop();
  await new Promise<void>((done) => sink.close(done));
  expect(received.map(({ to }) => to)).toEqual([mail.MAIL_TO.split(',')]);
  expect(received[0]!.raw).toContain(reference);
  expect(received[0]!.raw).not.toMatch(/victim|evil|Testa/);
});

test.concurrent('Mail down, slow, bouncing: the state of the server says how many mails wait, and it stays ready', async () => {
  const site = await serve({
    ...{ DATA_DIR: freshFolder(), SMTP_URL: 'smtp://127.0.0.1:1' },
    ...{ MAIL_FROM: 'pledge@council.example', MAIL_TO: 'one@council.example' },
  });
  expect(await (await site.local('/readyz')).json()).toMatchObject({ ok: true, mail: { waiting: 0, failed: 0 } });
  await site.sign();
  const ready = await site.local('/readyz');
  expect([ready.status, await ready.json()]).toMatchObject([200, { mail: { waiting: 1, failed: 0 } }]);
  await site.stop();
});

test.concurrent(
  'Back-pressure: with 100 requests inside the next is turned away at once with when to come again, and then it goes on',
  async () => {
    const store = await ownStores[0]!.make();
    removed.push(store.remove);
    const site = await serve(store.env);
    const { fields } = await site.toCheck({ setting: 'In a crowd' });
    const unlock = await store.lock();
    const crowd = Array.from({ length: 100 }, () => site.confirm(fields));
    await until(async () => /^http_inside 100$/m.test(await (await site.local('/metrics')).text()), 4);
    const since = performance.now();
    for (const answer of [await site.confirm(fields), await site.open('/')]) {
      expect(answer.status).toBe(503);
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(await answer.text()).toContain('try again');
    }
    expect((await site.local('/healthz')).status).toBe(200);
    expect(performance.now() - since).toBeLessThan(1500);
    await unlock();
    const references = new Set((await Promise.all(crowd)).map(referenceIn));
    expect(references.size).toBe(1);
    expect(referenceIn(await site.confirm(fields))).toBe([...references][0]);
    await site.stop();
    expect(await store.entries()).toHaveLength(1);
  },
);

test.concurrent('Slow clients: who never ends a request is let go after 10 seconds, and an idle connection after 5', async () => {
  const timed = async (words: string) => {
    const since = performance.now();
    const said = await raw(plain.site, words);
    return { said, seconds: (performance.now() - since) / 1000 };
  };
  const [never, idle] = await Promise.all([timed('GET / HTTP/1.1\r\nHost: a\r\nX-'), timed('HEAD / HTTP/1.1\r\nHost: a\r\n\r\n')]);
  expect(never.said).toMatch(/^HTTP\/1\.1 408 /);
  expect(never.seconds).toBeGreaterThan(9);
  expect(never.seconds).toBeLessThan(14);
  expect(idle.said).toMatch(/^HTTP\/1\.1 200 /);
  expect(idle.seconds).toBeGreaterThan(4);
  expect(idle.seconds).toBeLessThan(9);
});

test.concurrent('Unhandled error: the server itself logs name and code and ends with 1, so that it is started anew', async () => {
  // Brought about from outside, since no request may be able to.
  const fault = "process.on('SIGUSR2', () => { throw Object.assign(new TypeError('jo@example.org'), { code: 'EJO' }); })";
  const node = [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(fault)}`, 'src/start.ts'];
  const site = await serve({ DATA_DIR: freshFolder() }, node);
  site.server.child.kill('SIGUSR2');
  const { code, said } = await site.server.ended;
  expect(code).toBe(1);
  expect(lines(said)).toMatchObject([{ event: 'uncaught exception', error: 'TypeError', code: 'EJO' }]);
  expect(said).not.toContain('jo@');
});

test.concurrent('Static site: its headers, its files and what is no file, as they are served behind HTTPS', async () => {
  const site = await serve({ DATA_DIR: freshFolder(), SITE_URL: 'https://offer.example.org' });
  const home = await site.open('/');
  const header = (name: string) => home.headers.get(name) ?? '';
  expect(header('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  expect(header('Strict-Transport-Security')).toMatch(/max-age=\d{8}/);
  expect([header('X-Content-Type-Options'), header('Cross-Origin-Opener-Policy'), header('Cross-Origin-Resource-Policy')]).toEqual([
    ...['nosniff', 'same-origin', 'same-origin'],
  ]);
  expect(header('Permissions-Policy')).toContain('camera=()');
  expect(header('Cache-Control')).toBe('no-cache');
  const asset = /\/_astro\/[\w.-]+\.(?:css|js)/.exec(await home.text())![0];
  const part = await site.open(asset, { Range: 'bytes=0-9' });
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
  expect((await site.open(asset)).headers.get('Cache-Control')).toContain('immutable');
  expect((await site.open('/', { 'If-Modified-Since': header('Last-Modified') })).status).toBe(304);
  for (const coding of ['br', 'gzip'])
    expect((await site.open('/', { 'Accept-Encoding': coding })).headers.get('Content-Encoding')).toBe(coding);
  for (const path of ['/.env', '/.git/config', `${asset}.map`, '/_astro/', '/no-such-page/', '/form-secrets', '/register.db']) {
    const answer = await site.open(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  }
  await site.stop();
});

test.concurrent(
  'Supply chain: the lock holds a check of every package, few are needed to serve, and their list can be written',
  async () => {
    interface Package {
      version: string;
      integrity?: string;
      os?: string[];
      cpu?: string[];
      link?: boolean;
      inBundle?: boolean;
    }
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Package> };
    // What is only for other machines is never unpacked here, and npm does not note its check.
    const isHere = ({ os, cpu }: Package) =>
      (os ?? [process.platform]).includes(process.platform) && (cpu ?? [process.arch]).includes(process.arch);
    const locked = Object.entries(packages).filter(([path, one]) => path && !one.link && !one.inBundle && isHere(one));
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    // An exact version, so that what was tried is what runs.
    for (const [name, version] of Object.entries(dependencies)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    // With --omit dev npm 11 leaves out what a tool needs too, as pg: the whole list names everything.
    const { stdout } = await promisify(execFile)('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const { bomFormat, components } = JSON.parse(stdout) as { bomFormat: string; components: { name: string; version: string }[] };
    expect(bomFormat).toBe('CycloneDX');
    for (const name of ['hono', '@hono/node-server', 'kysely', 'pg', 'zod', 'nodemailer'])
      expect(components.map((one) => one.name)).toContain(name);
    const mailer = components.find((one) => one.name === 'nodemailer')!;
    expect(Number(mailer.version.split('.')[0])).toBeGreaterThanOrEqual(10);
  },
);

/** A disk that can be full: of its own where this account may mount one, else the system's limit on the size of any file. */
function smallDisk() {
  const dataDir = join(freshFolder(), 'disk');
  mkdirSync(dataDir);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m,mode=700', 'rows', dataDir], { stdio: 'ignore' });
    removed.unshift(async () => void execFileSync('umount', ['-l', dataDir]));
    const filler = join(dataDir, 'filler');
    return {
      dataDir,
      command: undefined,
      fill: () => {
        for (let size = 3 * 1024 * 1024; size > 500; size /= 2)
          try {
            writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
          } catch {
            // As much as there is room for, in ever smaller pieces.
          }
      },
      empty: () => rmSync(filler),
    };
  } catch {
    const limit = (bytes: string) => (pid: number) => execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
    return { dataDir, command: undefined, fill: limit('300000'), empty: limit('unlimited') };
  }
}

test.concurrent(
  'Disk full: 503 that says it was not saved, readiness says so, reading goes on, and it recovers without a restart',
  async () => {
    const disk = smallDisk();
    const site = await serve({ DATA_DIR: disk.dataDir });
    const store = storeAt(disk.dataDir);
    const early = await site.sign({ setting: 'Before' });
    const forms = [];
    for (let one = 0; one < 40; one += 1) forms.push((await site.toCheck({ setting: `School ${one}`, how: 'x'.repeat(290) })).fields);
    const pid = site.server.child.pid!;
    disk.fill(pid);
    const answers = [];
    for (const fields of forms) answers.push({ fields, answer: await site.confirm(fields) });
    const refusedOnes = answers.filter(({ answer }) => answer.status !== 303);
    expect(refusedOnes.length).toBeGreaterThan(5);
    const again = [];
    for (const { fields, answer } of refusedOnes) again.push(await shownAgain(answer, 503, 'not-saved', fields));
    expect((await site.local('/readyz')).status).toBe(503);
    expect((await site.local('/healthz')).status).toBe(200);
    for (const path of ['/', '/pledge/sign/', '/pledge/signed/', '/pledge/signed.json', `/pledge/sign/done/${early}/`])
      expect([path, (await site.open(path)).status]).toEqual([path, 200]);
    disk.empty(pid);
    await until(async () => (await site.local('/readyz')).status === 200, 10);
    for (const fields of again) expect((await site.confirm(fields)).status).toBe(303);
    expect(site.server.child.exitCode).toBe(null);
    expect((await site.stop()).code).toBe(0);
    const settings = (await store.entries()).map((entry) => entry.answers.setting);
    expect(settings.sort()).toEqual(['Before', ...forms.map((fields) => fields.setting![0]!)].sort());
  },
);

const postgres = postgresOrWhyNot();
describe.skipIf(postgres.missing).concurrent(`PostgreSQL restarts, is slow or away: ${postgres.name}`, () => {
  test.concurrent(
    'the site starts without it, keeps the answers, and works when it comes; through a restart under load nothing is lost',
    async ({ skip }) => {
      const cluster = await startCluster();
      if ('missing' in cluster) return skip(`a server of its own: ${cluster.missing}`);
      removed.unshift(() => cluster.stop());
      await cluster.down();
      const store = storeAt(freshFolder(), cluster.url);
      const site = await serve(store.env);
      expect([(await site.local('/healthz')).status, (await site.local('/readyz')).status]).toEqual([200, 503]);
      for (const path of ['/', '/pledge/sign/', '/pledge/signed/', '/pledge/signed.json'])
        expect([path, (await site.open(path)).status]).toEqual([path, 200]);
      const { fields } = await site.toCheck({ setting: 'Before it was there' });
      const again = await shownAgain(await site.confirm(fields), 503, 'not-saved', fields);
      await cluster.up();
      expect((await site.confirm(again)).status).toBe(303);
      expect((await site.local('/readyz')).status).toBe(200);

      const forms: Record<string, string[]>[] = [];
      for (let one = 0; one < 120; one += 1) forms.push((await site.toCheck({ setting: `Under load ${one}` })).fields);
      const references = new Map<string, string>();
      let away = 0;
      const waiting = [...forms];
      const lane = async () => {
        for (let form = waiting.shift(); form; form = waiting.shift()) {
          const answer = await site.confirm(form);
          if (answer.status === 303) {
            references.set(form.setting![0]!, referenceIn(answer)!);
            continue;
          }
          await shownAgain(answer, 503, 'not-saved', form);
          away += 1;
          waiting.push(form);
          await wait(50);
        }
      };
      const load = Promise.all(Array.from({ length: 6 }, lane));
      await until(() => references.size > 20);
      await cluster.down();
      await until(() => away > 3);
      await cluster.up();
      await load;
      for (const form of forms.slice(0, 20)) expect(referenceIn(await site.confirm(form))).toBe(references.get(form.setting![0]!));
      expect((await site.stop()).code).toBe(0);
      const entries = await store.entries();
      expect(entries).toHaveLength(1 + forms.length);
      for (const [setting, reference] of references)
        expect(entries.find((entry) => entry.reference === reference)?.answers.setting).toBe(setting);
      expect(new Set(entries.map((entry) => entry.answers.setting)).size).toBe(entries.length);
    },
  );

  test.concurrent('where the line is dead the site starts all the same, and a person waits no longer than 10 seconds', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await until(() => mute.address());
    const { port } = mute.address() as AddressInfo;
    const site = await serve(storeAt(freshFolder(), `postgresql://nobody@127.0.0.1:${port}/nothing`).env);
    const { fields } = await site.toCheck();
    const since = performance.now();
    const [answer, readiness] = await Promise.all([site.confirm(fields), site.local('/readyz')]);
    await shownAgain(answer, 503, 'not-saved', fields);
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(readiness.status).toBe(503);
    expect((await site.stop()).code).toBe(0);
    mute.close();
  });

  test.concurrent(
    'two servers on one database are one: what was opened at one is signed at the other, at both at once, as one row',
    async () => {
      const store = await ownStores[1]!.make();
      removed.unshift(store.remove);
      const own = { ...store.env, FORM_SECRETS: secretA };
      const [one, other] = await Promise.all([serve({ ...own, DATA_DIR: freshFolder() }), serve({ ...own, DATA_DIR: freshFolder() })]);
      const { fields } = await one.toCheck({ setting: 'At both' });
      const answers = await Promise.all([one.confirm(fields), other.confirm(fields), one.confirm(fields), other.confirm(fields)]);
      expect(new Set(answers.map(referenceIn)).size).toBe(1);
      expect(await store.entries()).toHaveLength(1);
      await Promise.all([one.stop(), other.stop()]);
    },
  );
});

test.concurrent('Token old, altered, copied: a form that was opened long ago can still be filled in', async () => {
  const site = await serve({ DATA_DIR: freshFolder(), FORM_SECRETS: secretA });
  const token = formToken([secretA], new Date(Date.now() - 3 * 86_400_000));
  const answer = await site.send('/pledge/sign/', { ...rightAnswers, value: [await site.value()], token });
  expect(answer.status).toBe(200);
  expect((await site.confirm(formOf(await answer.text()).fields)).status).toBe(303);
  await site.stop();
});

test('Retention: what is over its time goes once a day while the server runs', async () => {
  const store = await ownStores[0]!.make();
  removed.push(store.remove);
  const logged: Record<string, unknown>[] = [];
  // A day does not pass in a test; all else is as it is served.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const service = await pledgeService({
    ...{ settings: readSettings({}), service: readServiceSettings({ ...store.env, KEEP_REJECTED_DAYS: '8' }) },
    ...{ siteFolder: process.env.OUT_DIR ?? 'dist', log: (fields) => void logged.push(fields), origins: () => [], addressOf: () => '' },
  });
  try {
    service.start();
    await store.beside(async (register) => {
      const answers = { ...answersIn({}), setting: 'Old', kind: 'primary' } as Answers;
      await register.add({ idem: 'old', formVersion: 1, answers, flags: ['decoy'], quarantine: true });
    });
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    mkdirSync(backupFolder(store.env.DATA_DIR));
    const [old, young] = [backupPath(store.env.DATA_DIR, daysAgo(36)), backupPath(store.env.DATA_DIR, daysAgo(30))] as const;
    for (const path of [old, young]) writeFileSync(path, '');
    await store.sql(`update submission set created_at = '${daysAgo(8.1).toISOString()}'`);
    vi.advanceTimersByTime(23 * 3_600_000);
    await wait(200);
    expect(await store.entries()).toHaveLength(1);
    vi.advanceTimersByTime(3_600_000);
    await until(() => logged.some(({ event, removed: gone }) => event === 'purge' && gone === 1));
    expect(await store.entries()).toEqual([]);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  } finally {
    await service.stop();
    vi.useRealTimers();
  }
});
