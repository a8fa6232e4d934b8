/** A council with other sections, other counts and no progress section has its own whole site, with nothing of ours in it. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type Build } from '../council/build.ts';
import { councilContent, temporaryFolder } from '../council/council.ts';
import { readPdf } from '../gallery/pdf.ts';
import { addressesIn, addressesOfManifest, addressesOfSitemap, problemWith } from './addresses.ts';
import { readIiif } from '../site/iiif-problems.ts';
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
      for (const list of both(address)) {
        // What is done with the pictures as a whole is no picture.
        const steps = [...stepsBelow(list)].filter((to) => !/\/gallery\/(share|screen)\/$/.test(to));
        expect(steps, list).toHaveLength(count);
      }
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

describe('of an artwork whose family agreed to the site alone', () => {
  const alt = 'A long brown bench with seats of four heights stands below a round yellow sun.';
  const pdf = (file: string) => readPdf(readFileSync(join(folder, file)));

  test('there is nothing to print', async () => {
    const files = filesIn(folder).filter((file) => /^gallery\/.*\.pdf$/.test(file));
    expect(files).toEqual([
      'gallery/all.pdf',
      'gallery/certificate.pdf',
      'gallery/poster.pdf',
      'gallery/the-open-gate/colouring.pdf',
      'gallery/the-open-gate/poster.pdf',
    ]);
    const [all, poster] = [await pdf('gallery/all.pdf'), await pdf('gallery/poster.pdf')];
    expect(all.sheets.map(({ alts }) => alts.length)).toEqual([0, 1]);
    expect([...all.sheets, ...poster.sheets].flatMap(({ alts }) => alts)).not.toContain(alt);
    // Its value keeps its place, with its name.
    expect(poster.sheets[0]!.text).toMatch(/Be fair.*Be brave.*Be open.*Be kind/);
    expect(poster.sheets[0]!.pictures).toHaveLength(1);
    expect(page('/gallery/a-long-bench/').$('main [data-prints] a').length).toBe(0);
  });
});

test('a recording is published without the notes in its file, and its page says how long it is', () => {
  const [own, published] = [join(councilContent, 'gallery'), join(folder, 'gallery')].map((from) =>
    readFileSync(join(from, 'the-open-gate/audio.mp3')).toString('latin1'),
  );
  expect(own).toContain('made-up person');
  expect(published).not.toContain('person');
  expect(published!.length).toBeGreaterThan(10_000);
  for (const address of both('/gallery/the-open-gate/')) {
    const { $ } = page(address);
    expect($('main audio[controls][preload=none]:not([autoplay])').attr('src'), address).toBe('/gallery/the-open-gate/audio.mp3');
    expect($('main [data-audio-description]').text(), address).toContain('takes 3 seconds');
    expect($('main [data-audio-description]').text(), address).toContain('12 kB');
  }
  for (const address of both('/gallery/a-long-bench/')) expect(page(address).$('audio, [data-audio-description]').length, address).toBe(0);
});

describe('IIIF documents for other sites', () => {
  test('are whole and valid, with the recording of an artwork that has one', async () => {
    const { manifests, problems } = await readIiif(folder, place);
    expect(problems).toEqual([]);
    expect([...manifests.keys()].sort()).toEqual(['gallery', 'the-open-gate']);
    const said = manifests.get('the-open-gate')!.items[0]!.annotations.flatMap(({ items }) => items.map(({ motivation }) => motivation));
    expect(said).toEqual(['describing', 'describing', 'supplementing']);
    expect(manifests.get('the-open-gate')!.rendering!.map(({ format }) => format)).toContain('audio/mpeg');
  });

  test('hold nothing of an artwork that the family lets only this site show', () => {
    const bench = 'a-long-bench';
    expect(artworks).toContain(bench);
    const files = filesIn(folder).filter((file) => file.startsWith('iiif/'));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => file.includes(bench))).toEqual([]);
    const telling = files.filter((file) => /\.json(\.br|\.gz)?$/.test(file)).filter((file) => /long.bench/i.test(readableText(join(folder, file))));
    expect(telling).toEqual([]);
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

describe('on other websites', () => {
  const shared = '/gallery/the-open-gate/';
  const notShared = '/gallery/a-long-bench/';
  const built = (path: string) => filesIn(folder).includes(path);

  test('there is only the artwork whose family agreed to it', () => {
    const { $ } = page('/gallery/embed/');
    expect($('[data-artwork]').map((_, item) => $(item).attr('data-artwork')).get()).toEqual(['the-open-gate']);
    expect(built('gallery/the-open-gate/embed/index.html')).toBe(true);
    expect(built('gallery/the-open-gate/oembed.json')).toBe(true);
    expect(filesIn(folder).filter((file) => /^gallery\/a-long-bench\/.*(embed)/.test(file))).toEqual([]);
    expect(readableText(join(folder, 'gallery/embed/index.html'))).not.toContain('a-long-bench');
    expect(readableText(join(folder, 'gallery/oembed.json'))).not.toContain('a-long-bench');
  });

  test('there is a code for it alone, in both readings', () => {
    for (const address of both('/gallery/share/')) {
      const { $, html } = page(address);
      expect($('main textarea'), address).toHaveLength(8);
      expect(html, address).not.toContain('a-long-bench');
      expect($('#code-the-open-gate-frame').text(), address).toContain(`src="${place.origin}/gallery/the-open-gate/embed/"`);
    }
  });

  test('the page of each artwork says how, or does not', () => {
    const link = 'link[type="application/json+oembed"]';
    for (const address of both(shared)) expect(page(address).$(link).attr('href'), address).toBe(`${place.origin}${shared}oembed.json`);
    for (const address of both(notShared)) expect(page(address).$(`${link}, a[href$="/gallery/share/"]`).length, address).toBe(0);
  });
});
