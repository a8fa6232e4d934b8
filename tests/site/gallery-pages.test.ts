/**
 * The pages of the gallery: all artworks that may be shown, in the pledge's order, each with its words, its ways on and its files; no
 * script where none is needed, and nothing for other sites where the family did not agree to it.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { artworkSchema } from '../../src/gallery/artwork.schema.ts';
import { mayEmbed, mayShow } from '../../src/gallery/consent.ts';
import { tilesInView, type Tiled } from '../../src/gallery/zoom/tiles-in-view.ts';
import { sizeInWords } from '../../src/readings/sizes.ts';
import { contentDir } from '../../src/readings/content-dir.ts';
import { readToday } from '../../src/settings.ts';
import { expectNone, onEach } from './check.ts';
import { artworks as folders, topics } from './content.ts';
import { files, follow, pathOf } from './files.ts';
import { folder, pageAt, standardPages, easyReadPages, type Page } from './pages.ts';
import { hrefOf, publicAddress } from './place.ts';

const orderOfValue = (value: string) => topics.get(`/pledge/${value}/`)?.order ?? 0;
/** The artworks that the content allows to be shown today, in the pledge's order. */
const shown = folders
  .map((id) => ({ id, data: artworkSchema.parse(parse(readFileSync(join(contentDir(), 'gallery', id, 'artwork.yaml'), 'utf8'))) }))
  .filter(({ data }) => mayShow(data, readToday()))
  .sort((a, b) => orderOfValue(a.data.value) - orderOfValue(b.data.value) || a.data.order - b.data.order);
const artworkOf = new Map(shown.map((artwork) => [artwork.id, artwork.data]));
const artworkPages = [...standardPages, ...easyReadPages].filter(
  ({ address }) => /\/gallery\/[^/]+\/$/.test(address) && artworkOf.has(basename(address)),
);
const lists = [pageAt.get('/gallery/')!, pageAt.get('/easy-read/gallery/')!];
const prefix = ({ reading }: Page) => (reading === 'easy-read' ? '/easy-read' : '');
const dataOf = ({ address }: Page) => artworkOf.get(basename(address))!;
const altOf = (page: Page) => (page.reading === 'easy-read' ? dataOf(page).easyAlt : dataOf(page).alt);
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

test('every artwork that may be shown has a page in both readings, and no other has one', () => {
  expect(shown.length).toBeGreaterThan(0);
  expect(artworkPages).toHaveLength(shown.length * 2);
  const pages = [...pageAt.keys()].filter((address) => /^(\/easy-read)?\/gallery\/[^/]+\/$/.test(address));
  const others = pages.filter((address) => !artworkOf.has(basename(address)) && !/\/(share|embed|screen)\/$/.test(address));
  expect(others).toEqual([]);
});

onEach(lists, 'the list shows all artworks in the order of the pledge, and says how many there are', (page, say) => {
  const { $ } = page;
  const items = $('main ul.wall > li').toArray();
  const to = items.map((item) => $(item).find('h2 a').attr('href'));
  const wanted = shown.map(({ id }) => hrefOf(`${prefix(page)}/gallery/${id}/`));
  if (to.join() !== wanted.join()) say(`lists ${to.join(', ')}, and the order of the pledge is ${wanted.join(', ')}.`);
  const count = shown.length === 1 ? '1 picture' : `${shown.length} pictures`;
  if (words($('main .count').text()) !== count) say(`says "${words($('main .count').text())}" and shows ${shown.length}.`);
  if ($('h1').length !== 1) say(`has ${$('h1').length} headings of the first level.`);
});

onEach(lists, 'a card of the list is a picture with its short description, and one link, on its heading', ({ $, reading }, say) => {
  for (const [index, item] of $('main ul.wall > li').toArray().entries()) {
    const data = shown[index]!.data;
    const links = $(item).find('a');
    const title = words($(item).find('h2').text());
    if (links.length !== 1 || words(links.text()) !== title)
      say(`has a card with ${links.length} links, or with one that is not "${title}".`);
    const alt = $(item).find('img').attr('alt');
    if (alt !== (reading === 'easy-read' ? data.easyAlt : data.alt)) say(`describes "${title}" as "${alt}".`);
    if (data.standIn && !/stand-in/i.test($(item).text())) say(`does not say that "${title}" is a stand-in.`);
  }
});

onEach(lists, 'the list leads to what can be printed, to the codes for other websites, and to the large screen', ({ $, address }, say) => {
  const prints = $('main [data-prints] a');
  if (prints.length === 0) say('links nothing to print.');
  const share = topics.has('/gallery/share/') ? [hrefOf(`${address}share/`)] : [];
  for (const to of [...share, hrefOf('/gallery/screen/')])
    if ($(`main a[href="${to}"]`).length !== 1) say(`has ${$(`main a[href="${to}"]`).length} links to ${to}.`);
});

/** The files of all scripts of a page, with what they ask for at once. */
function scriptsOf({ $ }: Page): Set<string> {
  const found = new Set<string>();
  const gather = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, name] of readFileSync(pathOf(file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g))
      gather(`_astro/${name}`);
  };
  for (const script of $('script[src]').toArray()) gather(script.attribs.src!.replace(/^.*(?=_astro\/)/, ''));
  return found;
}
const modules = ({ $ }: Page) => $('script:not([src])').filter((_, script) => script.attribs.type === 'module');

test('the zoom is at most 3,000 bytes compressed, and stands on the pages of artworks alone', () => {
  const onOthers = new Set([...pageAt.values()].filter((page) => !artworkPages.includes(page)).flatMap((page) => [...scriptsOf(page)]));
  for (const page of artworkPages) {
    const own = [...scriptsOf(page)].filter((file) => !onOthers.has(file));
    expect(own.length, `${page.address} has its zoom`).toBeGreaterThan(0);
    const code = own
      .map((file) => readFileSync(pathOf(file)))
      .concat(
        modules(page)
          .toArray()
          .map((one) => Buffer.from(page.$(one).text())),
      );
    expect(code.some((one) => one.includes('data-zoom'))).toBe(true);
    const sizes = [brotliCompressSync, gzipSync].map((press) => code.reduce((sum, one) => sum + press(one).length, 0));
    for (const size of sizes) expect(size, `${page.address} carries ${sizes.join(' and ')} bytes`).toBeLessThanOrEqual(3000);
  }
});

test('the list has no script of its own, and neither it nor a page for other websites has the zoom', () => {
  const common = scriptsOf(pageAt.get('/about/')!);
  const zoom = [...scriptsOf(artworkPages[0]!)].filter((file) => readFileSync(pathOf(file), 'utf8').includes('data-zoom'));
  expect(zoom).toHaveLength(1);
  const embeds = [...pageAt.values()].filter(({ address }) => /^\/gallery\/(.*\/)?embed\/$/.test(address));
  for (const page of [...lists, ...embeds]) {
    expect([...scriptsOf(page)], page.address).not.toContain(zoom[0]);
    expect(page.html, page.address).not.toContain('data-zoom');
  }
  for (const page of lists) {
    // A hard word is a button on every page that has one.
    const own = [...scriptsOf(page)].filter((file) => !common.has(file) && !/HardWord/.test(file));
    expect(own, page.address).toEqual([]);
    expect(modules(page).length, page.address).toBe(0);
  }
});

onEach(artworkPages, 'every tile that the zoom can ask for is there', ({ $ }, say) => {
  const tiled = JSON.parse($('[data-tiles]').attr('data-tiles')!) as Tiled;
  const whole = { x: 0, y: 0, width: tiled.width, height: tiled.height };
  let asked = 0;
  for (let factor = 1; factor <= tiled.most; factor *= 2)
    for (const address of tilesInView(tiled, tiled.width / factor, whole).keys()) {
      asked += 1;
      const lead = follow(address, '/');
      if (lead.to !== 'file') say(`would ask for ${address}, which is not there.`);
    }
  if (asked < (tiled.width / tiled.tile) * (tiled.height / tiled.tile)) say(`asks for ${asked} tiles only.`);
});

describe('an artwork page', () => {
  onEach(
    artworkPages,
    'has its picture with a short description, a credit, and where it is known the year and the material',
    (page, say) => {
      const { $, reading } = page;
      const data = dataOf(page);
      const picture = $('main figure picture img');
      if (picture.length !== 1 || picture.attr('alt') !== altOf(page)) say(`describes its picture as "${picture.attr('alt')}".`);
      const caption = words($('main figure figcaption').text());
      if (!caption.includes(words($('h1').text()))) say('does not name the value in its caption.');
      if (reading === 'standard')
        for (const fact of [data.material, data.made]) if (fact && !caption.includes(String(fact))) say(`does not say "${fact}".`);
      if (data.standIn ? !/stand-in|we made this picture/i.test(caption) : !/young person/.test(caption)) say('does not say who made it.');
    },
  );

  onEach(artworkPages, 'says in full what can be seen, and asks a question', (page, say) => {
    const text = words(page.$('main').text());
    const { description, question, easyDescription, easyQuestion } = dataOf(page);
    const wanted =
      page.reading === 'easy-read'
        ? [...easyDescription.flatMap((idea) => idea.words.split(/(?<=[.?!]) /)), easyQuestion]
        : [...description, question];
    for (const one of wanted) if (!text.includes(words(one))) say(`does not say "${one}".`);
  });

  onEach(artworkPages, 'leads to the one before, to the next, and to all, by their names', (page, say) => {
    const at = shown.findIndex(({ id }) => id === basename(page.address));
    for (const [rel, other] of [
      ['prev', shown[at - 1]],
      ['next', shown[at + 1]],
    ] as const) {
      const link = page.$(`main a[rel=${rel}]`);
      const address = other && `${prefix(page)}/gallery/${other.id}/`;
      if (link.attr('href') !== (address && hrefOf(address))) say(`leads by "${rel}" to ${link.attr('href')}, and not to ${address}.`);
      const name = address && words(pageAt.get(address)!.$('h1').text());
      if (name && !words(link.text()).endsWith(name)) say(`calls ${address} "${words(link.text())}".`);
    }
    if (page.$(`main nav.around a[href="${hrefOf(`${prefix(page)}/gallery/`)}"]`).length !== 1) say('does not lead back to all.');
  });

  onEach(artworkPages, 'says what its value means, with links to the value and to the pledge', (page, say) => {
    const value = `/pledge/${dataOf(page).value}/`;
    for (const address of [value, '/pledge/'])
      if (topics.has(address) && page.$(`main .prose a[href="${hrefOf(prefix(page) + address)}"]`).length === 0)
        say(`does not lead to ${address}.`);
  });

  onEach(artworkPages, 'tells how to have a picture taken down, and that nobody is asked why', (page, say) => {
    const text = words(page.$('[data-take-down]').text());
    if (!/\bwhy\b/.test(text) || !text.includes(words(page.$('h1').text()))) say(`says only: ${text}`);
    const contact = `/about/contact/`;
    const links = page.$(`[data-take-down] a[href="${hrefOf(prefix(page) + contact)}"]`);
    if (topics.has(contact) && links.length !== 1) say('does not lead to the contact page.');
  });
});

onEach([...lists, ...artworkPages], 'a link to a file says its kind and its real size', (page, say) => {
  for (const link of page.$('main [data-prints] a').toArray()) {
    const lead = follow(link.attribs.href!, page.address);
    if (lead.to !== 'file') {
      say(`links "${link.attribs.href}", which is not there.`);
      continue;
    }
    const said = words(
      page
        .$(link)
        .parent()
        .children()
        .toArray()
        .map((one) => page.$(one).text())
        .join(' '),
    );
    const size = sizeInWords(statSync(pathOf(lead.file)).size);
    if (!said.includes(size)) say(`says "${said}" of a file of ${size}.`);
    const kind = /\.(\w+)$/.exec(lead.file)![1]!.replace('jpg', 'jpeg').toUpperCase();
    if (page.reading === 'standard' && !said.includes(kind)) say(`does not say that "${said}" is a ${kind} file.`);
    if (kind === 'PDF' && !/\d+ pages?\b/.test(said)) say(`does not say how many pages "${said}" has.`);
  }
});

test('the links to the large pictures say their real size', async () => {
  const problems: string[] = [];
  for (const page of artworkPages.filter(({ reading }) => reading === 'standard')) {
    const links = page.$('main figcaption a').toArray();
    expect(links.length, page.address).toBe(2);
    for (const link of links) {
      const lead = follow(link.attribs.href!, page.address);
      expect(lead.to, link.attribs.href).toBe('file');
      if (lead.to !== 'file') continue;
      const { width, height } = await sharp(pathOf(lead.file)).metadata();
      const size = `${width.toLocaleString('en-GB')} by ${height.toLocaleString('en-GB')} pixels, ${sizeInWords(statSync(pathOf(lead.file)).size)}`;
      if (!words(page.$(link).text()).includes(size)) problems.push(`${page.address}: "${words(page.$(link).text())}" is ${size}.`);
    }
  }
  expectNone(problems);
});

onEach(artworkPages, 'tells search engines what it is, and names no person', (page, say) => {
  const data = dataOf(page);
  const scripts = page.$('head script[type="application/ld+json"]');
  if (scripts.length !== 1) return say(`has ${scripts.length} descriptions of it in JSON.`);
  const json = JSON.parse(scripts.text()) as Record<string, unknown> & { image?: { contentUrl: string; width: number } };
  const own = publicAddress(page.address);
  if (json['@type'] !== 'VisualArtwork' || json['@id'] !== own || json.url !== own) say('is no VisualArtwork of its own address.');
  if (String(json.description).toLowerCase() !== altOf(page).toLowerCase()) say(`describes it as "${String(json.description)}".`);
  for (const name of ['creator', 'author', 'artist', 'contributor', 'copyrightHolder'])
    if (scripts.text().includes(`"${name}"`)) say(`says who the ${name} is.`);
  if ((json.image !== undefined) !== mayEmbed(data))
    say('offers its picture to search engines against the consent, or does not where it may.');
  if (json.image) {
    const lead = follow(json.image.contentUrl, '/');
    if (lead.to !== 'file') say(`names the picture ${json.image.contentUrl}, which is not there.`);
  }
});

onEach(artworkPages, 'offers itself to other sites only where the family agreed', (page, say) => {
  const may = mayEmbed(dataOf(page));
  const id = basename(page.address);
  const offers = {
    'the address for oEmbed':
      page.$(`head link[type="application/json+oembed"][href="${publicAddress(`/gallery/${id}/oembed.json`)}"]`).length === 1,
    'the manifest': page.$(`head link[rel=alternate][href="${hrefOf(`/iiif/${id}/manifest.json`)}"]`).length === 1,
    'the codes for other websites': page.$(`main a[href="${hrefOf(`${prefix(page)}/gallery/share/`)}"]`).length === 1,
    'its picture for shared links': page.$(`meta[property="og:image"][content="${publicAddress(`/gallery/${id}/1200.jpg`)}"]`).length === 1,
    'its pictures to search engines': page.$('meta[name=robots][content*=noimageindex]').length === 0,
  };
  if (!topics.has('/gallery/share/')) offers['the codes for other websites'] = may;
  for (const [what, offered] of Object.entries(offers)) if (offered !== may) say(`${offered ? 'offers' : 'does not offer'} ${what}.`);
  const address = page.$('[data-iiif] a');
  if (page.reading === 'standard' && (may ? words(address.text()) !== publicAddress(`/iiif/${id}/manifest.json`) : address.length > 0))
    say(`shows "${words(address.text())}" to copy as the address of the manifest.`);
});

test('the sitemap tells of the picture of each artwork that others may show, in both readings', () => {
  const entries = [...files]
    .filter((file) => /^sitemap-\d+\.xml$/.test(file))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry]) => entry!));
  const pictures = new Map(
    entries.flatMap((entry) => {
      const [, picture] = /<image:loc>([^<]+)<\/image:loc>/.exec(entry) ?? [];
      return picture ? [[/<loc>([^<]+)<\/loc>/.exec(entry)![1]!, picture]] : [];
    }),
  );
  const wanted = shown.filter(({ data }) => mayEmbed(data)).flatMap(({ id }) => [`/gallery/${id}/`, `/easy-read/gallery/${id}/`]);
  expect([...pictures.keys()].sort()).toEqual(wanted.map(publicAddress).sort());
  for (const picture of pictures.values()) expect(follow(picture, '/').to, picture).toBe('file');
});
