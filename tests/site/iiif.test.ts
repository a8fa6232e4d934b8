/** What libraries and other people's viewers get of the gallery: whole, valid documents whose every address leads to a file. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayEmbed, mayPrint, rightsOf } from '../../src/gallery/consent.ts';
import { shownRecords } from '../../src/gallery/records.ts';
import { expectNone } from './check.ts';
import { readIiif } from './iiif-problems.ts';
import { tilesOf } from './iiif-tiles.ts';
import { folder } from './pages.ts';
import { base, origin } from './place.ts';

const { manifests, images, problems } = await readIiif(folder, { origin, base });
const root = `${origin}${base}`;
const artworks = shownRecords().shown.filter(({ data }) => mayEmbed(data));
const collection = JSON.parse(readFileSync(join(folder, 'iiif/collection.json'), 'utf8')) as {
  items: { id: string; label: Record<string, string[]> }[];
};

test('every document is valid, and every address, size and tile in it is that of a file', () => expectNone(problems));

test('each artwork that others may show has a manifest and an image, and no other has', () => {
  expect(artworks.length).toBeGreaterThan(0);
  const ids = artworks.map(({ id }) => id).sort();
  expect([...images.keys()].sort()).toEqual(ids);
  expect([...manifests.keys()].sort()).toEqual([...ids, 'gallery'].sort());
  expect(globSync('*', { cwd: join(folder, 'iiif/images') }).sort()).toEqual(ids);
});

test('the collection and the manifest with all have them in the order of the gallery', () => {
  expect(collection.items.map(({ id }) => id)).toEqual(artworks.map(({ id }) => `${root}iiif/${id}/manifest.json`));
  const canvases = manifests.get('gallery')!.items;
  expect(canvases.map(({ partOf }) => partOf?.[0]!.id)).toEqual(collection.items.map(({ id }) => id));
  for (const canvas of canvases) expect(manifests.get(canvas.id.split('/').at(-2)!)!.items[0]!.id).toBe(canvas.id);
});

test('a viewer has the words that the page has: the alternative text, both descriptions, the credit and the rights', () => {
  for (const { id, data } of artworks) {
    const manifest = manifests.get(id)!;
    const canvas = manifest.items[0]!;
    expect(manifest.label).toEqual({ 'en-GB': [data.title] });
    for (const { summary, rights, requiredStatement } of [manifest, canvas]) {
      expect(summary, id).toEqual({ 'en-GB': [data.alt] });
      expect(rights, id).toBe(rightsOf(data));
      expect(requiredStatement.value['en-GB']![0], id).toMatch(data.standIn ? /^Stand-in: / : /^A young person/);
    }
    const texts = canvas.annotations.flatMap(({ items }) => items.flatMap(({ body }) => (body.type === 'TextualBody' ? [body] : [])));
    const plain = (text: string) => text.replace(/\s+/g, ' ');
    const said = Object.fromEntries(texts.map(({ language, value }) => [language, plain(value)]));
    expect(said['en-GB'], id).toBe(plain(data.description.join(' ')));
    expect(said['en-GB-simple'], id).toBe(plain(data.easyDescription.map(({ words }) => words).join(' ')));
    const pages = manifest.homepage.map((page) => page.id);
    expect(pages).toEqual([`${root}gallery/${id}/`, `${root}easy-read/gallery/${id}/`]);
    const printed = (manifest.rendering ?? []).filter(({ format }) => format === 'application/pdf');
    expect(printed.length > 0, `${id} has a PDF just when it may be printed`).toBe(mayPrint(data));
    const sounds = canvas.annotations.flatMap(({ items }) => items.filter(({ body }) => body.type === 'Sound'));
    expect(sounds.length, id).toBe(data.audio ? 1 : 0);
  }
});

test('every file with the width that one viewer asks for, whatever it is told, is there', () => {
  for (const { id } of artworks) expect(existsSync(join(folder, `iiif/images/${id}/full/90,/0/default.jpg`)), id).toBe(true);
});

test('the tiles that are asked for are reckoned at the edges too', () => {
  const info = { ...[...images.values()][0]!, width: 1025, height: 600, maxWidth: 1025, maxHeight: 600 };
  const files = tilesOf({ ...info, sizes: [{ width: 513, height: 300 }], tiles: [{ width: 512, height: 512, scaleFactors: [1, 2, 4] }] });
  expect([...files].map(([file, size]) => `${file} ${size.width} ${size.height}`).sort()).toEqual(
    [
      'full/max/0/default.jpg 1025 600',
      'full/513,300/0/default.jpg 513 300',
      '0,0,512,512/512,512/0/default.jpg 512 512',
      '0,512,512,88/512,88/0/default.jpg 512 88',
      '512,0,512,512/512,512/0/default.jpg 512 512',
      '512,512,512,88/512,88/0/default.jpg 512 88',
      '1024,0,1,512/1,512/0/default.jpg 1 512',
      '1024,512,1,88/1,88/0/default.jpg 1 88',
      '0,0,1024,600/512,300/0/default.jpg 512 300',
      '1024,0,1,600/1,300/0/default.jpg 1 300',
      'full/257,150/0/default.jpg 257 150',
    ].sort(),
  );
});
