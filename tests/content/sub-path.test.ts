/** A site below a path of its host, as many councils will have it: nothing in it asks for an address outside that path. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, cleanEnvironment, type Build } from '../council/build.ts';
import { ContentCopy, project, temporaryFolder } from '../council/council.ts';
import { addSignedPage, signedList, writeSignedList } from '../council/signed.ts';
import { addressesIn, addressesOfManifest, addressesOfSitemap, problemWith } from './addresses.ts';
import { readIiif } from '../site/iiif-problems.ts';
import { filesIn, pagesIn, readableText, type BuiltPage } from './built-site.ts';

const place = { origin: 'https://example.org', base: '/local-offer/' };
const siteUrl = `${place.origin}${place.base}`;
const temporary = temporaryFolder();
const folder = join(temporary, 'site');
const dataDir = join(temporary, 'data');
const content = new ContentCopy();
let build: Build;
let pages: BuiltPage[] = [];

beforeAll(async () => {
  addSignedPage(content);
  writeSignedList(dataDir);
  build = await buildSite({ CONTENT_DIR: content.folder, OUT_DIR: folder, SITE_URL: siteUrl, DATA_DIR: dataDir });
  pages = build.code === 0 ? pagesIn(folder) : [];
}, 180_000);
afterAll(() => {
  content[Symbol.dispose]();
  rmSync(temporary, { recursive: true, force: true });
});

test('it builds', () => {
  expect(build.code, build.output).toBe(0);
});

describe('every address begins with the path', () => {
  test('in every page', () => {
    const problems = pages.flatMap((page) => addressesIn(page.$).map((address) => problemWith(address, page, pages, folder, place)));
    expect(problems.filter(Boolean)).toEqual([]);
  });

  test('of each kind that a page has', () => {
    const kinds = new Set(pages.flatMap(({ $ }) => addressesIn($)).filter(({ to }) => to.includes(place.base)).map(({ where }) => where));
    const needed = ['a[href]', 'img[src]', 'img[srcset]', 'script[src]', 'style', 'link[rel=manifest]', 'link[rel=icon]', 'link[rel=canonical]'];
    expect([...needed, 'link[rel=alternate]', 'meta[property=og:image]', 'meta[property=og:url]', 'form[action]'].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test('in the manifest, the sitemap and robots.txt', () => {
    const read = (file: string) => readableText(join(folder, file));
    const robots = /^Sitemap:\s*(\S+)/m.exec(read('robots.txt'))?.[1];
    expect(robots).toBe(`${siteUrl}sitemap-index.xml`);
    const sitemaps = filesIn(folder).filter((file) => /^sitemap.*\.xml$/.test(file));
    expect(sitemaps.length).toBeGreaterThan(1);
    const found = [...addressesOfManifest(read('site.webmanifest')), ...sitemaps.flatMap((file) => addressesOfSitemap(read(file)))];
    const home = pages.find(({ address }) => address === '/')!;
    expect(found.map((address) => problemWith(address, home, pages, folder, place)).filter(Boolean)).toEqual([]);
  });
});

test('IIIF documents are served from the addresses that stand in them', async () => {
  const { manifests, images, problems } = await readIiif(folder, place);
  expect(problems).toEqual([]);
  expect([...images.values()].map(({ id }) => id)).toEqual([`${siteUrl}iiif/images/the-open-gate`]);
  expect(manifests.get('gallery')!.id).toBe(`${siteUrl}iiif/gallery/manifest.json`);
});

describe('who has signed, as files for a host without a service', () => {
  const pageAt = (address: string) => {
    const page = pages.find((one) => one.address === address);
    if (!page) throw new Error(`There is no page ${address}.`);
    return page.$;
  };
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();

  test.each(['', '/easy-read'])('%s: the list has each below its kind, and no filter that nothing would answer', (start) => {
    const $ = pageAt(`${start}/pledge/signed/`);
    const links = $('[data-signed] li > a:first-child').toArray();
    expect(links.map((link) => words($(link).text()))).toEqual(['=Lake Nursery', 'Hill & "Dale" <School>']);
    expect(links.map((link) => $(link).attr('href'))).toEqual(
      ['bcdfghjm', 'bcdfghjk'].map((id) => `${place.base.slice(0, -1)}${start}/pledge/signed/${id}/`),
    );
    // Without a form the kinds go by their ids.
    expect($('[data-signed] h3').toArray().map((heading) => words($(heading).text()))).toEqual(['Early years', 'Primary']);
    expect($('[data-signed] h3 img[data-picture]')).toHaveLength(start ? 2 : 0);
    expect($('main form')).toHaveLength(0);
    expect($('[data-signed] li').last().find('a[rel~=nofollow]').attr('href')).toBe('https://hill.example.org/');
    expect(words($('[data-signed] li').last().text())).toMatch(/Westmere\. Signed on 2 November 2029\.\s*We ask first\./);
  });

  test.each(['', '/easy-read'])('%s: each has a page with its badge, the code to copy and the values', (start) => {
    const $ = pageAt(`${start}/pledge/signed/bcdfghjk/`);
    expect(words($('h1').text())).toBe('Hill & "Dale" <School>');
    expect($('.values a').length).toBeGreaterThan(3);
    expect($('.share img').attr('alt')).toContain('Hill & "Dale" <School> has signed our pledge');
    expect($('textarea').text()).toMatch(/^<a href="https:\/\/example\.org\/local-offer\/pledge\/signed\/bcdfghjk\/"><img src="/);
    expect($('[data-fill], [data-when], [data-each], [data-set]')).toHaveLength(0);
  });

  test('badges, certificates and the lists for other programs are there', () => {
    const built = filesIn(folder).filter((file) => file.startsWith('pledge/signed'));
    for (const id of ['bcdfghjk', 'bcdfghjm'])
      for (const file of ['badge.svg', 'badge.png', 'certificate.pdf']) expect(built).toContain(`pledge/signed/${id}/${file}`);
    const json = JSON.parse(readableText(join(folder, 'pledge/signed.json')));
    expect(json).toEqual({ changed: signedList.changed, count: 2, signatories: signedList.signatories.toReversed() });
    expect(readableText(join(folder, 'pledge/signed.csv'))).toContain("bcdfghjm,'=Lake Nursery,early-years,westmere,2029-11-03,,\r\n");
    expect(filesIn(folder).join()).not.toMatch(/bcdfghjn|iiiiiiii|service\//);
  });
});

describe('served by our server', () => {
  let server: ChildProcess;
  let host = '';

  beforeAll(async () => {
    const settings = { SITE_URL: siteUrl, OUT_DIR: folder, DATA_DIR: dataDir, PORT: '0' };
    server = spawn(process.execPath, ['src/start.ts'], { cwd: project, env: cleanEnvironment(settings), stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: server.stdout! })) {
      host = /http:\/\/[^/]+/.exec(line)?.[0] ?? '';
      if (host) break;
    }
  }, 20_000);
  afterAll(() => server.kill('SIGKILL'));

  const status = async (path: string) => (await fetch(`${host}${path}`, { redirect: 'manual' })).status;

  test('answers under the path', async () => {
    const picture = pages.flatMap(({ $ }) => addressesIn($)).find(({ to }) => to.includes('/pictures/'))!.to;
    const font = pages.flatMap(({ $ }) => addressesIn($)).find(({ to }) => to.endsWith('.woff2'))!.to;
    const asked = [place.base, `${place.base}easy-read/pledge/`, picture, font, `${place.base}pagefind/pagefind.js`, `${place.base}pagefind/pagefind-entry.json`];
    expect(await Promise.all(asked.map(async (path) => `${path} ${await status(path)}`))).toEqual(asked.map((path) => `${path} 200`));
  });

  test('leads to the slash, within the path', async () => {
    for (const path of [place.base.slice(0, -1), `${place.base}pledge`]) {
      const answer = await fetch(`${host}${path}`, { redirect: 'manual' });
      expect([answer.status, new URL(answer.headers.get('location') ?? '', host).pathname]).toEqual([301, `${path}/`]);
    }
  });

  test('answers 404 outside it, and for what is not there', async () => {
    const asked = ['/', '/easy-read/', '/local-offers/', `${place.base}no-such-page/`];
    expect(await Promise.all(asked.map(async (path) => `${path} ${await status(path)}`))).toEqual(asked.map((path) => `${path} 404`));
  });

  test('stops cleanly when it is told to', async () => {
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
  });
});
