/** A council with other sections, other counts and no progress section has its own whole site, with nothing of ours in it. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type Build } from '../council/build.ts';
import { councilContent, temporaryFolder } from '../council/council.ts';
import { addressesIn, addressesOfManifest, addressesOfSitemap, problemWith } from './addresses.ts';
import { filesIn, pagesIn, readableText, type BuiltPage } from './built-site.ts';
import { ourAddresses, ourWords, topicsOf } from './our-area.ts';

const place = { origin: 'https://westmere.example.org', base: '/' };
const temporary = temporaryFolder();
const folder = join(temporary, 'site');
let build: Build;
let pages: BuiltPage[] = [];

beforeAll(async () => {
  build = await buildSite({ CONTENT_DIR: councilContent, OUT_DIR: folder, SITE_URL: place.origin });
  pages = build.code === 0 ? pagesIn(folder) : [];
}, 180_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const names = (pattern: string, name: (file: string) => string) => globSync(pattern, { cwd: councilContent }).map(name);
const artworks = names('gallery/*/artwork.yaml', (file) => basename(dirname(file)));
const words = names('words/*.yaml', (file) => basename(file, '.yaml')).filter((name) => name !== 'topic');
const both = (address: string) => [address, `/easy-read${address}`];
const page = (address: string) => {
  const found = pages.find((one) => one.address === address);
  if (!found) throw new Error(`There is no page ${address}.`);
  return found;
};
/** The pages that the main part of a page leads to, one step below an address. */
const stepsBelow = (address: string) =>
  new Set(
    page(address)
      .$('main a[href]')
      .map((_, link) => page(address).$(link).attr('href')!)
      .get()
      .filter((to) => to.startsWith(address) && /^[^/]+\/$/.test(to.slice(address.length))),
  );

test('it builds', () => {
  expect(build.code, build.output).toBe(0);
});

describe('has its own pages', () => {
  const addresses = [
    ...topicsOf(councilContent).map((id) => (id === 'home' ? '/' : `/${id}/`)),
    ...words.map((word) => `/words/${word}/`),
    ...artworks.map((artwork) => `/gallery/${artwork}/`),
    '/search/',
    '/a-z/',
    '/reading-help/',
  ];

  test('each in both readings', () => {
    const built = new Set(pages.map(({ address }) => address));
    expect(addresses.flatMap(both).filter((address) => !built.has(address))).toEqual([]);
  });

  test('all of them on the A to Z', () => {
    for (const list of both('/a-z/')) {
      const linked = new Set(addressesIn(page(list).$).map(({ to }) => to));
      const easy = list.startsWith('/easy-read');
      expect(addresses.map((address) => (easy ? `/easy-read${address}` : address)).filter((address) => !linked.has(address))).toEqual([]);
    }
  });

  test('none that is only ours', () => {
    const built = new Set(pages.map(({ address }) => address));
    expect(ourAddresses().flatMap(both).filter((address) => built.has(address))).toEqual([]);
  });

  test('none dead-linked', () => {
    const problems = pages.flatMap((one) => addressesIn(one.$).map((address) => problemWith(address, one, pages, folder, place)));
    const home = page('/');
    const manifest = addressesOfManifest(readableText(join(folder, 'site.webmanifest')));
    const sitemap = addressesOfSitemap(readableText(join(folder, 'sitemap-0.xml')));
    expect(sitemap.length).toBeGreaterThanOrEqual(addresses.length * 2);
    problems.push(...[...manifest, ...sitemap].map((address) => problemWith(address, home, pages, folder, place)));
    expect(problems.filter(Boolean)).toEqual([]);
  });
});

describe('counts what its content holds', () => {
  const counts = { '/our-plan/': 2, '/pledge/': 4, '/gallery/': 2, '/words/': 3 };
  for (const [address, count] of Object.entries(counts))
    test(`${count} below ${address}`, () => {
      for (const list of both(address)) expect([...stepsBelow(list)], list).toHaveLength(count);
    });

  test('an artwork on the page of each value that has one, and on no other', () => {
    const shown = pages.filter(({ address }) => /^\/pledge\/.+/.test(address)).filter(({ $ }) => $('main figure[data-stand-in]').length > 0);
    expect(shown.map(({ address }) => address)).toEqual(['/pledge/be-fair/', '/pledge/be-open/']);
  });

  test('the menu and the ways in as its content says', () => {
    for (const home of both('/')) {
      const { $ } = page(home);
      const menu = ['our-plan', 'pledge', 'gallery', 'help-now'].map((id) => `${home}${id}/`);
      expect($('header details a').map((_, link) => $(link).attr('href')).get()).toEqual(menu);
      expect($('main .cards a').map((_, link) => $(link).attr('href')).get()).toEqual(menu);
    }
  });
});

describe('holds nothing of ours', () => {
  const texts = () => filesIn(folder).map((file) => ({ file, text: `${file}\n${readableText(join(folder, file))}`.toLowerCase() }));

  test('no name, host or number, in any file', () => {
    const all = texts();
    expect(all.some(({ file, text }) => file.endsWith('.pf_fragment') && text.includes('westmere')), 'the search index can be read').toBe(true);
    const found = ourWords().flatMap((word) => all.filter(({ text }) => text.includes(word)).map(({ file }) => `${file} holds "${word}"`));
    expect(found).toEqual([]);
  });

  test('no address of a page that only we have', () => {
    const all = texts().filter(({ file }) => /\.(html|xml|json|webmanifest|txt|pf_fragment)$/.test(file) || file.startsWith('_astro/'));
    expect(ourAddresses().flatMap((address) => all.filter(({ text }) => text.includes(address)).map(({ file }) => `${file} holds ${address}`))).toEqual([]);
  });

  test('no credit for a picture that it does not use', () => {
    const credited = readFileSync(join(councilContent, 'pictures/pictures.yaml'), 'utf8');
    expect(credited).not.toMatch(/openmoji/i);
    expect(pages.filter(({ html }) => /cc by-sa/i.test(html)).map(({ address }) => address)).toEqual([]);
  });
});
