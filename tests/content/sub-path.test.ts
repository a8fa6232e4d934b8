/** A site below a path of its host, as many councils will have it: nothing in it asks for an address outside that path. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, cleanEnvironment, type Build } from '../council/build.ts';
import { councilContent, project, temporaryFolder } from '../council/council.ts';
import { addressesIn, addressesOfManifest, addressesOfSitemap, problemWith } from './addresses.ts';
import { filesIn, pagesIn, readableText, type BuiltPage } from './built-site.ts';

const place = { origin: 'https://example.org', base: '/local-offer/' };
const siteUrl = `${place.origin}${place.base}`;
const temporary = temporaryFolder();
const folder = join(temporary, 'site');
let build: Build;
let pages: BuiltPage[] = [];

beforeAll(async () => {
  build = await buildSite({ CONTENT_DIR: councilContent, OUT_DIR: folder, SITE_URL: siteUrl });
  pages = build.code === 0 ? pagesIn(folder) : [];
}, 180_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

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

describe('served by our server', () => {
  let server: ChildProcess;
  let host = '';

  beforeAll(async () => {
    const settings = { SITE_URL: siteUrl, OUT_DIR: folder, PORT: '0' };
    server = spawn(process.execPath, ['src/server/start.ts'], { cwd: project, env: cleanEnvironment(settings), stdio: ['ignore', 'pipe', 'inherit'] });
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
