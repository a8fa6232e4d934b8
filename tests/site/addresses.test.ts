/** The addresses that people keep: each page in both readings, each below a folder of its own, all in the sitemap. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectNone, onEach } from './check.ts';
import { addressesOfContent } from './content.ts';
import { files, follow, pathOf } from './files.ts';
import { allPages, pageAt, twinOf, twinPages } from './pages.ts';
import { publicAddress } from './place.ts';

onEach(twinPages, 'every page has its twin in the other reading', (page, say) => {
  if (!pageAt.has(twinOf(page))) say(`has no twin at ${twinOf(page)}. Build both readings.`);
});

test('every topic, word and artwork of the content has its page', () =>
  expectNone(
    addressesOfContent
      .filter((address) => !pageAt.has(address))
      .map((address) => `${address} is asked for by the content, and was not built.`),
  ));

test('every page but the 404 page is the index of a folder, so that its address ends with a slash', () =>
  expectNone(
    allPages
      .filter(({ address }) => address !== '/404.html' && !address.endsWith('/'))
      .map(({ address }) => `${address} is a file of its own. Build it as a folder.`),
  ));

test('there is one 404 page, at the root, with both readings in it', () => {
  const page = pageAt.get('/404.html');
  expect(page, '404.html is missing from the root').toBeDefined();
  expect(page!.$('main [data-reading="easy-read"] [data-idea]').length, '404.html: its easy-read part has no Idea').toBeGreaterThan(0);
  expect(page!.$('[data-reading-switch], link[rel=alternate]').length, '404.html has no twin, and must not link one').toBe(0);
  expect([...files].filter((file) => /404/.test(file) && file.endsWith('.html'))).toEqual(['404.html']);
});

/** The addresses of a sitemap file. */
const listed = (file: string) => [...readFileSync(pathOf(file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]!);

test('the sitemap lists both readings of every page that has a twin, and nothing else', () => {
  const found = listed('sitemap-index.xml').flatMap((address) => {
    const lead = follow(address, '/');
    if (lead.to !== 'file') expect.fail(`sitemap-index.xml names ${address}, which is not on this site`);
    return listed(lead.file);
  });
  const wanted = new Set(twinPages.map(({ address }) => publicAddress(address)));
  expectNone([
    ...[...wanted].filter((address) => !found.includes(address)).map((address) => `${address} is missing from the sitemap. Put it in.`),
    ...found
      .filter((address) => !wanted.has(address))
      .map((address) => `${address} is in the sitemap and has no page with a twin. Take it out.`),
    ...found.filter((address, index) => found.indexOf(address) !== index).map((address) => `${address} is in the sitemap twice.`),
  ]);
});
