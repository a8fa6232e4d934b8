/**
 * Who has signed, as it is served: a real register, the pages that Astro built, the headers of the whole server. A clock of our own
 * stands for the seconds that the list is kept.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as cheerio from 'cheerio';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '../../src/pledge/form/fields.ts';
import { openRegister } from '../../src/pledge/register/open.ts';
import { StoreAway, type PublicList, type Register } from '../../src/pledge/register/register.ts';
import { publishedJson } from '../../src/pledge/signed/public-list.ts';
import { signedRoutes } from '../../src/pledge/signed/routes.ts';
import { templatesIn } from '../../src/pledge/templates.ts';
import { localOffer } from '../../src/readings/local-offer.ts';
import { siteApp } from '../../src/server/app.ts';
import { templateFolder } from '../../src/server/templates.build.ts';

const site = resolve(process.env.SITE_DIR || 'dist');
const templates = templatesIn(templateFolder(site));
const folder = mkdtempSync(join(tmpdir(), 'signed-'));
const siteUrl = new URL('https://www.example.org/');
/** An area that is not all areas, and one beside it. */
const [area = '', other = ''] = localOffer.areas.map(({ id }) => id).filter((id) => id !== 'both');
const name = `O'Brien & <script>alert("x")</script> {reference} School`;
const sentence = 'We ask <b>first</b>.';

let register: Register;
let app: Hono;
let clock = 0;
let away = false;
const ids: Record<string, string> = {};

const answers = (changes: Partial<Answers>): Answers => ({
  ...{ setting: name, kind: 'primary', 'kind-other': '', area, website: '', name: 'Testa Person', role: 'Head' },
  ...{ email: 'testa@example.org', value: [], how: '', 'publish-how': 'yes', authority: 'yes' },
  ...changes,
});
async function signed(idem: string, changes: Partial<Answers>, published: { sentence?: string; website?: string } = {}) {
  const { reference } = await register.add({ idem, formVersion: 1, answers: answers(changes), flags: [], quarantine: false });
  const entry = await register.approve(reference, 'Tester', { checked: 'telephoned the number on its website', ...published });
  ids[idem] = entry.published!.id;
  return reference;
}
/** Long enough for every list that is kept. */
const later = () => (clock += 10_000);
const open = (path: string, headers: Record<string, string> = {}) => app.request(`http://site${path}`, { headers, redirect: 'manual' });
const pageAt = async (path: string, status = 200) => {
  const answer = await open(path);
  expect(answer.status, path).toBe(status);
  return cheerio.load(await answer.text());
};
/** Elements that came out of what was typed. */
const typedMarkup = ($: cheerio.CheerioAPI) =>
  $('script, b')
    .toArray()
    .map((element) => $(element).text())
    .filter((text) => /alert|^first$/.test(text));
const namesOn = ($: cheerio.CheerioAPI) =>
  $('[data-signed] li > a:first-child')
    .toArray()
    .map((link) => $(link).text().trim());

beforeAll(async () => {
  register = await openRegister({ dataDir: folder, databaseUrl: undefined, serving: true });
  const publicList = async (): Promise<PublicList> => {
    if (away) throw new StoreAway('away');
    return register.publicList();
  };
  const service = signedRoutes({
    register: { publicList },
    settings: { siteUrl, base: '/' },
    template: templates.get,
    now: () => clock,
  });
  app = siteApp({ folder: site, base: '/', service, https: true });
});
afterAll(async () => {
  await register?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('before anybody has signed', () => {
  test.each(['', '/easy-read'])('%s/pledge/signed/ says so, and offers no filter', async (start) => {
    const $ = await pageAt(`${start}/pledge/signed/`);
    expect(namesOn($)).toEqual([]);
    expect($('[data-signed]').text()).toMatch(/No (setting|school or group)/);
    expect($('main form')).toHaveLength(0);
    expect($('main time[data-as-reported]').attr('datetime')).toMatch(/^\d{4}-\d{2}/);
  });
  test('the list for other programs is empty and whole', async () => {
    expect(await (await open('/pledge/signed.json')).json()).toEqual({ changed: null, count: 0, signatories: [] });
  });
});

describe('when settings have signed', () => {
  beforeAll(async () => {
    await signed('one', {}, { sentence, website: 'https://obrien.example.org/?a=1&b=2' });
    await signed('two', { setting: 'Zebra Nursery', kind: 'early-years', area: other || area });
    await signed('three', { setting: 'Ash School' });
    await register.add({ idem: 'four', formVersion: 1, answers: answers({ setting: 'Waiting School' }), flags: [], quarantine: false });
    later();
  });

  test.each(['', '/easy-read'])('%s/pledge/signed/ shows each below its kind, with words as text, and no person', async (start) => {
    const $ = await pageAt(`${start}/pledge/signed/`);
    expect(namesOn($)).toEqual(['Zebra Nursery', 'Ash School', name]);
    expect(typedMarkup($)).toEqual([]);
    expect($('blockquote').text().trim()).toBe(sentence);
    const website = $('main a[rel~=nofollow]');
    expect([website.attr('href'), website.attr('rel')]).toEqual(['https://obrien.example.org/?a=1&b=2', 'nofollow noopener']);
    expect($('.group h3')).toHaveLength(2);
    expect($('[data-signed] li > a:first-child').eq(1).attr('href')).toBe(`${start}/pledge/signed/${ids.three}/`);
    for (const hidden of ['Testa', 'testa@', 'Waiting', 'data-fill', 'data-each', 'data-when', 'iiiiiiii'])
      expect($.html()).not.toContain(hidden);
  });

  test('the filter shows a part, keeps what was chosen, says how many, and leads back to all', async () => {
    const $ = await pageAt('/pledge/signed/?kind=primary&area=');
    expect(namesOn($)).toEqual(['Ash School', name]);
    expect($('select[name=kind] option[selected]').attr('value')).toBe('primary');
    expect($('[role=status]').text()).toMatch(/2 of 3/);
    expect($('main form').attr('method')).toBe('get');
    expect($('main form a').attr('href')).toBe('/pledge/signed/');
    const none = await pageAt(`/easy-read/pledge/signed/?kind=health&area=${area}`);
    expect(namesOn(none)).toEqual([]);
    expect(none('[data-signed]').text()).toMatch(/We found no/);
  });

  test.each(['kind=zoo', 'kind=primary&kind=health', 'area=%00', 'area=__proto__'])(
    '%s is left out, and the page says so',
    async (question) => {
      const $ = await pageAt(`/pledge/signed/?${question}`);
      expect(namesOn($)).toHaveLength(3);
      expect($('[data-signed]').text()).toMatch(/does not have\. We left that out/);
      expect($('main').html()).not.toMatch(/zoo|__proto__/);
    },
  );

  test.each(['', '/easy-read'])('%s/pledge/signed/<id>/ is the page of one, in addresses and titles too', async (start) => {
    const $ = await pageAt(`${start}/pledge/signed/${ids.one}/`);
    const own = `/pledge/signed/${ids.one}/`;
    expect($('h1').text().trim()).toBe(name);
    expect($('title').text()).toContain(name);
    expect($('meta[property="og:title"]').attr('content')).toContain(name);
    expect(new URL($('link[rel=canonical]').attr('href')!).pathname).toBe(`${start}${own}`);
    const twin = start ? own : `/easy-read${own}`;
    expect(new URL($('link[rel=alternate]').attr('href')!).pathname).toBe(twin);
    expect($('[data-reading-switch]').attr('href')).toBe(twin);
    expect(typedMarkup($)).toEqual([]);
    expect($('.values a').length).toBeGreaterThan(3);
    expect($.html()).not.toMatch(/data-(fill|each|when|set)=|iiiiiiii|signatory-name|Testa/);
  });

  test('the code to copy shows the badge and leads to the page, whatever the name holds', async () => {
    const $ = await pageAt(`/pledge/signed/${ids.one}/`);
    const code = cheerio.load($('textarea').text(), undefined, false);
    const at = `https://www.example.org/pledge/signed/${ids.one}/`;
    expect(code.root().children()).toHaveLength(1);
    expect(code('a').attr('href')).toBe(at);
    expect(code('a > img').attr('src')).toBe(`${at}badge.svg`);
    expect(code('img').attr('alt')).toContain(name);
    expect(Object.keys(code('img').attr()!)).toEqual(['src', 'alt', 'width', 'height']);
    expect($('.share img').attr('alt')).toBe(code('img').attr('alt'));
  });

  test.each([
    ['badge.svg', /^image\/svg\+xml/, /^<svg /],
    ['badge.png', /^image\/png$/, /^\u0089PNG/],
    ['certificate.pdf', /^application\/pdf$/, /^%PDF-/],
  ])('%s can be shown elsewhere, and is asked for again with its tag', async (file, type, beginning) => {
    const path = `/pledge/signed/${ids.one}/${file}`;
    const answer = await open(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(type);
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(beginning);
    const again = await open(path, { 'If-None-Match': answer.headers.get('ETag')! });
    expect(again.status).toBe(304);
    for (const one of [answer, again]) {
      expect(one.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
      expect(one.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(one.headers.get('Cache-Control')).toBe('no-cache');
    }
    expect((await app.request(`http://site${path}`, { method: 'HEAD' })).status).toBe(200);
  });

  test('the lists for other programs hold the same, and other sites may read them', async () => {
    const json = await open('/pledge/signed.json');
    const text = await json.text();
    expect(text).toBe(publishedJson(await register.publicList()));
    expect(text).not.toMatch(/[<>&]|Testa|withdrawn/);
    const csv = await open('/pledge/signed.csv');
    expect(csv.headers.get('Content-Type')).toMatch(/^text\/csv/);
    expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(4);
    for (const answer of [json, csv]) expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await open('/pledge/signed/')).headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  });

  test('an address without its slash leads to the page; one that is no id, or nobody’s, is not found', async () => {
    for (const path of [`/pledge/signed/${ids.one}`, `/easy-read/pledge/signed/${ids.one}`, '/pledge/signed', '/easy-read/pledge/signed']) {
      const answer = await open(`${path}?kind=primary`);
      expect([answer.status, answer.headers.get('Location')]).toEqual([301, `${path}/?kind=primary`]);
    }
    for (const path of ['bbbbbbbb/', 'bbbbbbbb/badge.svg', 'bbbbbbbb', 'SP-BBBB-BBBB/', `${ids.one}/badge.gif`])
      expect((await open(`/pledge/signed/${path}`)).status, path).toBe(404);
  });

  test('a new approval is on the list within seconds', async () => {
    await signed('five', { setting: 'New School' });
    expect(namesOn(await pageAt('/pledge/signed/'))).not.toContain('New School');
    clock += 5001;
    expect(namesOn(await pageAt('/pledge/signed/'))).toContain('New School');
  });

  test('other words of an entry make another page and another badge', async () => {
    const reference = await signed('six', { setting: 'Old Name School' });
    later();
    const before = await (await open(`/pledge/signed/${ids.six}/badge.svg`)).text();
    await register.approve(reference, 'Tester', { checked: 'wrote to it', name: 'Better Name School' });
    later();
    expect((await pageAt(`/pledge/signed/${ids.six}/`))('h1').text()).toContain('Better Name School');
    expect(await (await open(`/pledge/signed/${ids.six}/badge.svg`)).text()).not.toBe(before);
  });

  test('who withdraws is gone from all of it: 410, and nothing of the name', async () => {
    const reference = await signed('seven', { setting: 'Leaving School' });
    later();
    expect((await open(`/pledge/signed/${ids.seven}/certificate.pdf`)).status).toBe(200);
    await register.withdraw(reference, 'Tester', 'they asked');
    later();
    for (const start of ['', '/easy-read']) {
      const $ = await pageAt(`${start}/pledge/signed/${ids.seven}/`, 410);
      expect($.html()).not.toMatch(/Leaving|data-(fill|when|set)=/);
      expect($('meta[name=robots]').attr('content')).toBe('noindex');
      expect($('main a[href$="/pledge/signed/"]').length).toBeGreaterThan(0);
    }
    for (const file of ['badge.svg', 'badge.png', 'certificate.pdf']) {
      const answer = await open(`/pledge/signed/${ids.seven}/${file}`);
      expect([answer.status, await answer.text()]).toEqual([410, expect.not.stringContaining('Leaving')]);
    }
    expect(await (await open('/pledge/signed.json')).text()).not.toContain('Leaving');
  });

  test('PostgreSQL restarts, is slow or away: the built pages answer, and the list is back when the register is', async () => {
    later();
    away = true;
    try {
      for (const path of ['/pledge/signed/', '/easy-read/pledge/signed/', '/pledge/signed.json', '/pledge/signed.csv'])
        expect((await open(path)).status, path).toBe(200);
      expect(namesOn(await pageAt('/pledge/signed/'))).not.toContain('New School');
    } finally {
      away = false;
    }
    clock += 1001;
    expect(namesOn(await pageAt('/pledge/signed/'))).toContain('New School');
  });
});

test('below a sub-path every link leads into it', async () => {
  const below = signedRoutes({
    register,
    settings: { siteUrl: new URL('https://www.example.org/local-offer'), base: '/local-offer/' },
    template: templates.get,
  });
  const answer = await below.request(`http://site/local-offer/easy-read/pledge/signed/${ids.one}`);
  expect([answer.status, answer.headers.get('Location')]).toEqual([301, `/local-offer/easy-read/pledge/signed/${ids.one}/`]);
  const $ = cheerio.load(await (await below.request('http://site/local-offer/pledge/signed/')).text());
  expect($('[data-signed] li > a').first().attr('href')).toMatch(/^\/local-offer\/pledge\/signed\/[^/]{8}\/$/);
  expect((await below.request('http://site/pledge/signed/')).status).toBe(404);
});
