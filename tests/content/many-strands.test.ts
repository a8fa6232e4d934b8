/** A council with 60 strands and ten years of updates: it still builds, and no page is heavier than this site promises. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite, type Build } from '../council/build.ts';
import { ContentCopy, temporaryFolder } from '../council/council.ts';
import { builtOn, plans, strandsOfPlan, updatesOfYear, writeManyStrands, years } from '../council/many-strands.ts';
import { filesIn, pagesIn, type BuiltPage } from './built-site.ts';

/** The promise of tests/site/sizes.test.ts. */
const mostBytes = 14_000;
const temporary = temporaryFolder();
const folder = join(temporary, 'site');
let build: Build;
let pages = new Map<string, BuiltPage>();

beforeAll(async () => {
  using content = new ContentCopy();
  writeManyStrands(content);
  build = await buildSite({ CONTENT_DIR: content.folder, OUT_DIR: folder, SITE_URL: 'https://westmere.example.org', TODAY: builtOn });
  pages = new Map(build.code === 0 ? pagesIn(folder).map((page) => [page.address, page]) : []);
}, 240_000);
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const strands = plans * strandsOfPlan;
const count = years.last - years.first + 1;
const both = (address: string) => [pages.get(address)!, pages.get(`/easy-read${address}`)!];

test('it builds, with a page in both readings for each strand, each update and each year', () => {
  expect(build.code, build.output.slice(-2000)).toBe(0);
  const of = (pattern: RegExp) => [...pages.keys()].filter((address) => pattern.test(address)).length;
  expect(of(/^(\/easy-read)?\/progress\/plan-\w\/[^/]+\/$/)).toBe(strands * 2);
  expect(of(/^(\/easy-read)?\/progress\/updates\/\d[^/]+\/$/)).toBe(count * updatesOfYear * 2);
  expect(of(/^(\/easy-read)?\/progress\/changes\/\d+\/$/)).toBe(count * 2);
  expect(of(/^(\/easy-read)?\/progress\/newsletter\/\d+\/$/)).toBe(count * 2);
});

test('no page weighs more than the promise', () => {
  const heavy = filesIn(folder)
    .filter((file) => file.endsWith('.html.br') && !file.startsWith('authors/'))
    .map((file) => ({ file, bytes: statSync(join(folder, file)).size }))
    .filter(({ bytes }) => bytes >= mostBytes);
  expect(heavy).toEqual([]);
});

test('the progress page tells of every strand, and what changed last is cut short with a way to the rest', () => {
  for (const { $ } of both('/progress/')) {
    expect($('[data-place] [data-strand]')).toHaveLength(strands);
    expect($('[data-changed]').length).toBeGreaterThan(0);
    expect($('[data-changed]').length).toBeLessThanOrEqual(8);
    expect($('a[href$="/progress/changes/"]').length).toBeGreaterThan(0);
  }
});

test('the list of updates leads to each of them, by itself or by the page of its year', () => {
  for (const [index, page] of both('/progress/updates/').entries()) {
    const under = index === 0 ? '' : '/easy-read';
    const led = new Set(page.$('main a').map((_, link) => page.$(link).attr('href')).get());
    for (let year = years.first; year <= years.last; year += 1) {
      const ofYear = pages.get(`${under}/progress/changes/${year}/`)!;
      expect(led.has(ofYear.address), ofYear.address).toBe(true);
      expect(ofYear.$('[data-update]')).toHaveLength(updatesOfYear);
    }
  }
});

test('a chart of ten years of months has every value in its table, and its table does not fill the page', () => {
  const { $ } = pages.get('/progress/plan-a/strand-a/')!;
  expect($('[data-measure] svg [data-value]')).toHaveLength(120);
  expect($('[data-measure] tbody tr')).toHaveLength(120);
  expect($('[data-measure] details').attr('open')).toBeUndefined();
});

test('a feed has the newest updates and no more than readers want at once', () => {
  const feed = JSON.parse(readFileSync(join(folder, 'progress/feed.json'), 'utf8')) as { items: { url: string }[] };
  expect(feed.items).toHaveLength(30);
  expect(feed.items[0]!.url).toContain('/2029-12');
});
