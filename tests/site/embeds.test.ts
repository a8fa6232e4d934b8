/** The gallery on other people's websites: the pages for frames, the codes to copy, and what other programs are told. */
import { existsSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { localOffer } from './content.ts';
import { filesLike, follow, pathOf } from './files.ts';
import { allPages, pageAt, type Page } from './pages.ts';
import { hrefOf, origin, publicAddress } from './place.ts';

const pattern = /^\/gallery\/(?:([^/]+)\/)?embed\/$/;
const embeds = allPages.filter(({ address }) => pattern.test(address));
const artworkOf = ({ address }: Page) => pattern.exec(address)?.[1];
const all = pageAt.get('/gallery/embed/');
const artworks = embeds.map(artworkOf).filter((id) => id !== undefined);
/** The page that an embed page is taken from. */
const source = (page: Page) => `/gallery/${artworkOf(page) ? `${artworkOf(page)}/` : ''}`;

test('there is a page for frames of the gallery, and of each artwork in it', () => {
  expect(all, '/gallery/embed/ is missing').toBeDefined();
  const shown = all!
    .$('[data-artwork]')
    .toArray()
    .map(({ attribs }) => attribs['data-artwork']!);
  expect([...shown].sort()).toEqual([...artworks].sort());
  // In the order of the gallery.
  const order = pageAt
    .get('/gallery/')!
    .$('main ul.wall a')
    .toArray()
    .map(({ attribs }) => attribs.href!);
  expect(shown.map((id) => hrefOf(`/gallery/${id}/`))).toEqual(
    order.filter((href) => shown.some((id) => href === hrefOf(`/gallery/${id}/`))),
  );
  // What may stand on other sites is what other programs may read.
  for (const id of artworks) expect(existsSync(pathOf(`iiif/${id}/manifest.json`)), id).toBe(true);
});

describe.each(embeds.map((page) => ({ page, address: page.address })))('$address', ({ page }) => {
  const { $ } = page;

  test('is found by nobody but through its frame', () => {
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    expect($('link[rel=canonical]').attr('href')).toBe(publicAddress(source(page)));
    expect($('[data-pagefind-body], link[rel=alternate]').length).toBe(0);
    for (const file of filesLike(/^sitemap.*\.xml$/)) expect(readFileSync(pathOf(file), 'utf8')).not.toContain('embed/');
  });

  test('is whole in itself: pictures and letters from our site, and one small script', () => {
    for (const element of $('[src], [srcset], link[href]').toArray()) {
      const { src, srcset, href, rel = '' } = element.attribs;
      if (rel === 'canonical') continue;
      for (const one of [src, href, ...(srcset ?? '').split(',').map((part) => part.trim().split(' ')[0])].filter(Boolean))
        expect(follow(one!, page.address).to, one).toBe('file');
    }
    expect($('script').length).toBe(1);
    expect($('script').attr('src')).toBeUndefined();
    expect(Buffer.byteLength($('script').text())).toBeLessThanOrEqual(500);
    expect($('link[rel=stylesheet], iframe, form, audio, video, header, footer, nav').length).toBe(0);
  });

  test('says what is shown, who made it, and leads to our site in the whole window', () => {
    expect($('h1').length).toBe(1);
    expect($('title').text()).toContain($('h1').text());
    for (const item of $('main li').toArray()) {
      expect($(item).find('img').attr('alt')!.length).toBeGreaterThanOrEqual(30);
      expect($(item).find('.name').text().trim()).not.toBe('');
      if (item.attribs['data-stand-in']) expect($(item).text()).toContain('Stand-in');
    }
    const links = $('main a').toArray();
    expect(links.map(({ attribs }) => attribs.target)).toEqual(links.map(() => '_top'));
    expect(links.map(({ attribs }) => attribs.href)).toEqual([...new Set([source(page), '/gallery/'])].map(hrefOf));
    expect($(links.at(-1)).text()).toContain(localOffer.name);
  });
});

describe.each([
  ['gallery/oembed.json', '/gallery/', '/gallery/embed/'],
  ...artworks.map((id) => [`gallery/${id}/oembed.json`, `/gallery/${id}/`, `/gallery/${id}/embed/`]),
])('oEmbed: %s', (file, address, embed) => {
  const answer = () => JSON.parse(readFileSync(pathOf(file!), 'utf8')) as Record<string, string | number>;

  test('is what the standard asks of a rich answer', () => {
    const told = answer();
    expect(told).toMatchObject({ version: '1.0', type: 'rich', width: 600, provider_url: publicAddress('/') });
    for (const field of ['width', 'height', 'cache_age', 'thumbnail_width', 'thumbnail_height'])
      expect(told[field], field).toBeGreaterThan(0);
    expect(told.provider_name).toContain(localOffer.name);
    expect(String(told.title).length).toBeGreaterThan(5);
    expect(follow(String(told.thumbnail_url), '/').to).toBe('file');
  });

  test('holds a bare frame, of which a program takes nothing away', () => {
    const told = answer();
    const $ = load(String(told.html), undefined, false);
    expect($('*').length).toBe(1);
    expect($('iframe').attr()).toEqual({ src: publicAddress(embed!), width: '600', height: String(told.height), title: told.title });
  });

  test('is named in the head of the page, in both readings', () => {
    for (const reading of ['', '/easy-read']) {
      const link = pageAt.get(`${reading}${address}`)!.$('link[type="application/json+oembed"]');
      expect(link.length, reading).toBe(1);
      expect(link.attr('rel')).toBe('alternate');
      expect(link.attr('href')).toBe(publicAddress(`/${file}`));
      expect(link.attr('title')!.length).toBeGreaterThan(3);
    }
  });
});

test('no other artwork is offered to other programs', () => {
  expect(filesLike(/^gallery\/[^/]+\/oembed\.json$/)).toEqual([...artworks].sort().map((id) => `gallery/${id}/oembed.json`));
  for (const page of allPages.filter(({ address }) => /^\/(easy-read\/)?gallery\/[^/]+\/$/.test(address)))
    if (!artworks.some((id) => page.address.endsWith(`/gallery/${id}/`)))
      expect(page.$('link[type="application/json+oembed"]').length, page.address).toBe(0);
});

describe.each(['/gallery/share/', '/easy-read/gallery/share/'])('%s', (address) => {
  const { $ } = pageAt.get(address)!;

  test('has four codes for the gallery and for each artwork, each with its name', () => {
    const boxes = $('main textarea').toArray();
    expect(boxes).toHaveLength(4 * (artworks.length + 1));
    for (const { attribs } of boxes) {
      expect(attribs.readonly).toBeDefined();
      expect($(`label[for="${attribs.id}"]`).text().trim()).not.toBe('');
    }
    const names = $('button.copy')
      .toArray()
      .map(({ attribs }) => attribs['aria-label']!);
    expect(new Set(names).size).toBe(boxes.length);
  });

  test('leads nowhere but to our own files', () => {
    for (const box of $('main textarea').toArray()) {
      const code = load($(box).text(), undefined, false);
      const asked = code('[src], [href]')
        .toArray()
        .map(({ attribs }) => attribs.src ?? attribs.href!);
      expect(asked.length).toBeGreaterThan(0);
      for (const one of asked) {
        expect(one.startsWith(`${origin}/`), one).toBe(true);
        expect(follow(one, '/').to, one).toBe('file');
      }
      for (const { attribs } of code('iframe').toArray()) {
        expect(attribs.title!.length).toBeGreaterThan(3);
        expect(attribs.loading).toBe('lazy');
        expect(attribs.sandbox!.split(' ')).toContain('allow-top-navigation-by-user-activation');
        expect(attribs.sandbox).not.toContain('allow-same-origin');
      }
      for (const { attribs } of code('img').toArray()) expect(attribs.alt!.length).toBeGreaterThanOrEqual(30);
    }
  });
});

test('the script for other websites is half a kilobyte', () => {
  const script = readFileSync(pathOf('gallery/share/frame.js'), 'utf8');
  expect(Buffer.byteLength(script)).toBeLessThanOrEqual(520);
  expect(script).not.toMatch(/innerHTML|eval|cookie|localStorage|fetch/);
});
