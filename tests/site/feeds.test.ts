/** Feeds that readers take: valid by their standards, found from the pages, and with the words of each update. */
import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { topics } from './content.ts';
import { pathOf } from './files.ts';
import { pageAt } from './pages.ts';
import { hrefOf, publicAddress } from './place.ts';

const updates = [...topics]
  .filter(([id]) => /^\/progress\/updates\/./.test(id) || /^progress\/updates\/./.test(id))
  .map(([, topic]) => topic);
const read = (file: string) => readFileSync(pathOf(file), 'utf8');

for (const [reading, under] of [
  ['standard', ''],
  ['easy-read', 'easy-read/'],
] as const)
  describe(reading, () => {
    const page = (address: string) => `${under ? '/easy-read' : ''}${address}`;
    const atom = parseAtomFeed(read(`${under}progress/feed.atom`));
    const rss = parseRssFeed(read(`${under}progress/feed.rss`));
    const json = parseJsonFeed(JSON.parse(read(`${under}progress/feed.json`)));

    test('all three have the same updates, each at its own page of this reading', () => {
      const links = (atom.entries ?? []).map(({ links: all }) => all?.[0]?.href ?? '');
      expect(links).toHaveLength(Math.min(updates.length, 30));
      expect((rss.items ?? []).map(({ link }) => link)).toEqual(links);
      expect((json.items ?? []).map(({ url }) => url)).toEqual(links);
      for (const link of links) {
        const address = link.slice(publicAddress('/').length - 1);
        expect(pageAt.has(address), link).toBe(true);
        expect(address.startsWith(page('/progress/updates/'))).toBe(true);
      }
    });

    test('Atom has what RFC 4287 asks for: ids of their own, titles, full dates, and its own address', () => {
      expect(atom.id).toBe(publicAddress(page('/progress/updates/')));
      expect(atom.title).toBeTruthy();
      expect(atom.links?.find(({ rel }) => rel === 'self')?.href).toBe(publicAddress(page('/progress/feed.atom')));
      const ids = (atom.entries ?? []).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const date of [atom.updated, ...(atom.entries ?? []).map(({ updated }) => updated)])
        expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
    });

    test('JSON Feed says its version and its own address', () => {
      expect(JSON.parse(read(`${under}progress/feed.json`))).toMatchObject({
        version: expect.stringMatching(/^https:\/\/jsonfeed\.org\/version\/1/),
        feed_url: publicAddress(page('/progress/feed.json')),
      });
    });

    test('an update that is known by its month says the month in its title, and is given no day of its own', () => {
      const june = atom.entries?.find(({ id }) => id?.includes('/2022-06-'));
      expect(JSON.stringify(june?.title)).toContain('(June 2022)');
      expect(june?.published).toBeUndefined();
    });

    test('the words are there whole, with whole addresses, and nothing that runs', () => {
      for (const { content, id } of atom.entries ?? []) {
        const $ = load(String((content as { value?: string } | undefined)?.value ?? content ?? ''), null, false);
        expect($.text().length, id).toBeGreaterThan(reading === 'standard' ? 300 : 100);
        expect($('script, style, button, iframe, [onclick], [style], [class]')).toHaveLength(0);
        for (const link of $('[href], [src]').toArray())
          expect(link.attribs.href ?? link.attribs.src).toMatch(/^(https?:\/\/|#|mailto:|tel:)/);
      }
    });

    test('pages of progress lead feed readers to them', () => {
      for (const address of ['/progress/', '/progress/updates/']) {
        const { $ } = pageAt.get(page(address))!;
        const found = $('head link[rel=alternate][type]')
          .toArray()
          .map(({ attribs }) => [attribs.type, attribs.href]);
        for (const [type, file] of [
          ['application/atom+xml', 'feed.atom'],
          ['application/rss+xml', 'feed.rss'],
          ['application/feed+json', 'feed.json'],
        ])
          expect(found).toContainEqual([type, hrefOf(page(`/progress/${file}`))]);
      }
    });
  });
