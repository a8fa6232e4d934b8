/** The form as it is served, by the requirements of a small public form: each row of them is a test here or in the file that it names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister } from '../../src/pledge/register/open.ts';
import type { Register } from '../../src/pledge/register/register.ts';
import { start } from '../journeys/server-process.ts';
import { formOf, referenceIn, rightAnswers, signerAt, type Signer } from './signing.ts';

const folder = mkdtempSync(join(tmpdir(), 'form-'));
let server: ReturnType<typeof start>;
let site: string;
let signer: Signer;
let register: Register;

beforeAll(async () => {
  server = start({ PORT: '0', DATA_DIR: folder, FORM_MIN_SECONDS: '0', FORM_RATE: '100000' });
  site = (await server.address()).replace(/\/$/, '');
  signer = signerAt(site);
  register = await openRegister({ dataDir: folder, databaseUrl: undefined, serving: false });
});
afterAll(async () => {
  await register?.close();
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
});

const page = async (response: Response) => cheerio.load(await response.text());
const rows = async () => (await register.list()).length;

describe.each(['', '/easy-read'])('Signing at %s/pledge/sign/', (start) => {
  const path = `${start}/pledge/sign/`;
  test('leads from the form to the answers to a reference, and keeps what was said', async () => {
    const { html } = await signer.toCheck({ setting: "St. Mary's <b>“Ünï”</b>", kind: 'other', 'kind-other': 'A library' }, start);
    const check = cheerio.load(html);
    expect(check('html').attr('data-reading')).toBe(start ? 'easy-read' : 'standard');
    expect(check('dl').text()).toContain("St. Mary's <b>“Ünï”</b>");
    expect(check('dl').text()).toContain(rightAnswers.email);
    const { fields } = formOf(html);
    const response = await signer.confirm(fields, start);
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toMatch(new RegExp(`^${path}done/SP-[A-Z0-9]{4}-[A-Z0-9]{4}/$`));
    const done = await signer.open(response.headers.get('Location')!);
    expect(done.status).toBe(200);
    const thanks = await page(done);
    expect(thanks('main').text()).toContain(referenceIn(response));
    for (const said of [rightAnswers.email, rightAnswers.name, 'Ünï']) expect(thanks.html()).not.toContain(said);
    const entry = await register.find(referenceIn(response)!);
    expect(entry).toMatchObject({
      status: 'pending',
      form: 'pledge',
      answers: { setting: "St. Mary's <b>“Ünï”</b>", kind: 'other', area: 'both' },
    });
  });

  test('with mistakes shows the same page again: 422, "Error:" first, a summary that leads to each field, the same words there, all that was typed', async () => {
    const before = await rows();
    const response = await signer.send(path, { setting: 'Kept "words" <i>', email: 'wrong', website: 'http://x.org', value: ['nothing'] });
    expect(response.status).toBe(422);
    const $ = await page(response);
    expect($('title').text()).toMatch(/^Error: /);
    const links = $('main [role=alert] a').toArray();
    expect(links.length).toBe(8);
    for (const link of links) {
      const field = $(link).attr('href')!.slice(1);
      const control = $(`[id="${field}"]`);
      expect(control, field).toHaveLength(1);
      expect($(`[id="${field}-error"]`).text(), field).toContain($(link).text());
      const told = control.attr('aria-describedby') ?? control.closest('fieldset').attr('aria-describedby') ?? '';
      expect(told.split(' '), field).toContain(`${field}-error`);
      for (const id of told.split(' ')) expect($(`[id="${id}"]`), id).toHaveLength(1);
    }
    expect($('input[name=setting]').attr('value')).toBe('Kept "words" <i>');
    expect($('input[name=email]').attr('value')).toBe('wrong');
    expect($('[aria-invalid=true]').length).toBeGreaterThan(4);
    expect($.html()).not.toMatch(/data-(fill|when|each|set)=/);
    expect(await rows()).toBe(before);
  });

  test('lets a person go back to change an answer, with all others kept', async () => {
    const { fields } = await signer.toCheck({ setting: 'First name' }, start);
    const response = await signer.send(path, { ...fields, change: 'setting' });
    expect(response.status).toBe(200);
    const form = formOf(await response.text());
    expect(form.fields).toMatchObject({ setting: ['First name'], email: [rightAnswers.email], kind: ['primary'], authority: ['yes'] });
    expect(form.fields.token?.[0]).toBeTruthy();
  });

  test('says in its own page what was not taken, and never with a fault of the server', async () => {
    const bodies: [number, RequestInit][] = [
      [415, { body: '{"setting":"x"}', headers: { 'Content-Type': 'application/json' } }],
      [413, { body: `setting=${'x'.repeat(70_000)}` }],
      [400, { body: 'x', headers: { 'Content-Type': 'multipart/form-data' } }],
      [400, { body: Array.from({ length: 70 }, () => 'value=x').join('&') }],
    ];
    for (const [status, init] of bodies) {
      const headers = {
        Origin: site,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        ...init.headers,
      };
      for (const address of [path, `${path}confirm/`]) {
        const response = await fetch(site + address, { method: 'POST', ...init, headers });
        expect(response.status, `${address} ${status}`).toBe(status);
        const $ = await page(response);
        expect($('html').attr('data-reading')).toBe(start ? 'easy-read' : 'standard');
        expect($('h1').length).toBe(1);
        expect($('title').text()).not.toMatch(/[{}]/);
        expect($.html()).not.toMatch(/data-(fill|when|each|set)=/);
      }
    }
  });

  test('Cross-site POST: 403 with a page that says to open the form here, and nothing is kept', async () => {
    const before = await rows();
    const { fields } = await signer.toCheck({}, start);
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'same-site', Origin: 'null' },
      { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' },
    ]) {
      const response = await signer.confirm(fields, start, headers);
      expect(response.status).toBe(403);
      expect((await page(response))('main a[href$="/pledge/sign/"]').length).toBeGreaterThan(0);
    }
    expect(await rows()).toBe(before);
  });

  test('other methods are told which there are', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const response = await fetch(site + path, { method });
      expect(response.status, method).toBe(405);
      expect(response.headers.get('Allow')).toContain('POST');
    }
    expect((await fetch(site + path, { method: 'HEAD' })).status).toBe(200);
    const noSlash = await fetch(site + path.slice(0, -1), { method: 'POST', redirect: 'manual', body: 'x=1', headers: { Origin: site } });
    expect([noSlash.status, noSlash.headers.get('Location')]).toEqual([308, path]);
    const confirm = await fetch(`${site}${path}confirm/`, { redirect: 'manual' });
    expect([confirm.status, confirm.headers.get('Location')]).toEqual([303, path]);
  });

  test('nothing of it is kept by browsers or proxies between', async () => {
    for (const response of [await signer.open(path), await signer.send(path, {}), await signer.open(`${path}done/SP-BCDF-2345/`)])
      expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  test('a thank-you page exists for references alone', async () => {
    for (const wrong of ['x', 'SP-AAAA-AAAA', 'sp-bcdf-2345', '%3Cb%3E'])
      expect((await signer.open(`${path}done/${wrong}/`)).status, wrong).toBe(404);
  });
});

describe('Double click, reload, back', () => {
  test('the same form sent twice, five times at once, and from the page before is one row and one reference', async () => {
    const { fields: form } = formOf(await (await signer.open('/pledge/sign/')).text());
    const answers = { ...form, value: [await signer.value()], ...rightAnswers, setting: 'Double click' };
    const check = formOf(await (await signer.send('/pledge/sign/', answers)).text()).fields;
    const before = await rows();
    const at_once = await Promise.all(Array.from({ length: 5 }, () => signer.confirm(check)));
    const again = await signer.confirm(check);
    const fromBefore = formOf(await (await signer.send('/pledge/sign/', answers)).text()).fields;
    const back = await signer.confirm(fromBefore);
    const references = new Set([...at_once, again, back].map(referenceIn));
    expect(references.size).toBe(1);
    expect([...references][0]).toBeTruthy();
    expect(await rows()).toBe(before + 1);
  });
});

describe('Token old, altered, copied', () => {
  test('the answers are shown again with a new token, 422, and sending them then works', async () => {
    const { fields } = await signer.toCheck({ setting: 'Altered' });
    const before = await rows();
    for (const token of [[], ['x'], [`${fields.token![0]!.slice(0, -2)}AA`], ['a.b.c']]) {
      const response = await signer.confirm({ ...fields, token });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(cheerio.load(html)('title').text()).toMatch(/^Error: /);
      expect(formOf(html).fields).toMatchObject({ setting: ['Altered'], email: [rightAnswers.email] });
      expect(formOf(html).fields.token![0]).not.toBe(token[0]);
    }
    expect(await rows()).toBe(before);
    const fresh = formOf(await (await signer.confirm({ ...fields, token: ['x'] })).text()).fields;
    const reference = referenceIn(await signer.confirm(fresh))!;
    // Nobody knows what the first step saw of it, so a person looks.
    expect(await register.find(reference)).toMatchObject({ status: 'quarantined', flags: expect.arrayContaining(['no-token']) });
  });
  test('a token does not hold for other answers', async () => {
    const { fields } = await signer.toCheck({ setting: 'Shown' });
    const response = await signer.confirm({ ...fields, setting: ['Swapped'] });
    expect(response.status).toBe(422);
    expect((await register.list()).some(({ answers }) => answers.setting === 'Swapped')).toBe(false);
  });
});

describe('Spam is set aside, answered like any other, and never dropped', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a filled decoy', { 'contact-phone': '01632 960001', setting: 'Decoy' }, 'decoy'],
    ['a link in a name', { setting: 'Visit https://spam.example now' }, 'link-in-name'],
    ['a form without its token', { token: '', setting: 'No token' }, 'no-token'],
  ])('%s', async (_, changes, flag) => {
    const reference = await signer.sign(changes);
    expect(await register.find(reference)).toMatchObject({ status: 'quarantined', flags: expect.arrayContaining([flag]) });
  });
});

describe('Prototype, parameter pollution, mass assignment', () => {
  test('names that the form does not have are not read', async () => {
    const reference = await signer.sign({
      status: 'approved',
      __proto__x: '1',
      constructor: 'x',
      reference: 'SP-BCDF-2345',
      setting: 'Plain',
    });
    expect(reference).not.toBe('SP-BCDF-2345');
    const entry = (await register.find(reference))!;
    expect(entry.status).toBe('pending');
    expect(Object.keys(entry.answers).sort()).toEqual(
      [...Object.keys({ ...rightAnswers, value: [], 'kind-other': '', 'publish-how': '' })].sort(),
    );
  });
  test('two values for one field are told', async () => {
    const response = await signer.send('/pledge/sign/', { ...rightAnswers, value: [await signer.value()], setting: ['One', 'Two'] });
    expect(response.status).toBe(422);
    expect((await page(response))('main [role=alert] a').attr('href')).toBe('#setting');
  });
});

describe('HTML, SQL, templates: text stays text', () => {
  test.each([
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `'); DROP TABLE submission; --`,
    '{{7*7}} ${7*7} <%= 1 %>',
    '</textarea><h1>x',
    '$1 $& $`',
  ])('%s', async (text) => {
    const { html, fields } = await signer.toCheck({ setting: text, how: text });
    const $ = cheerio.load(html);
    expect($('main script:not([src]), main img[onerror], main textarea').length).toBe(0);
    expect($('main').text()).toContain(text);
    const entry = await register.find(referenceIn(await signer.confirm(fields))!);
    expect(entry!.answers).toMatchObject({ setting: text, how: text });
  });
});

test('Host or forwarded-header spoof: no link and no redirect leads to it', async () => {
  const { fields } = await signer.toCheck({ setting: 'Spoof' });
  const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example' };
  const response = await signer.confirm(fields, '', headers);
  expect(response.headers.get('Location')).toMatch(/^\/pledge\/sign\/done\//);
  expect(await (await signer.open('/pledge/sign/', headers)).text()).not.toContain('evil.example');
});

test('Log, personal data in URLs: no answer, address or token stands in the log', async () => {
  await signer.sign({ setting: 'Secretname School', name: 'Hidden Person', email: 'hidden@example.org' });
  await signer.send('/pledge/sign/?email=query@example.org', { setting: 'Otherhidden' });
  await new Promise((done) => setTimeout(done, 200));
  const said = server.said();
  for (const word of ['Secretname', 'Hidden', 'hidden@', 'query@', 'Otherhidden', 'token', '127.0.0.1"'])
    expect(said, word).not.toContain(word);
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  const posted = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ method }) => method === 'POST');
  expect(posted.some(({ status }) => status === 303)).toBe(true);
});

test('the sign page of a copy that nobody serves says plainly that it takes no signatures, and holds no form', async () => {
  const { readFileSync } = await import('node:fs');
  for (const reading of ['', 'easy-read/']) {
    const $ = cheerio.load(readFileSync(`${process.env.OUT_DIR ?? 'dist'}/${reading}pledge/sign/index.html`, 'utf8'));
    expect($('main form').length).toBe(0);
    expect($('main').text().length).toBeGreaterThan(300);
  }
});
