/** IIIF documents of artworks that the content does not have yet: made by a young person, with other rights, with a recording, or none at all. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeTiles, type Tiles } from '../../src/gallery/derivatives-tiles.ts';
import type { ArtworkFacts, SiteFacts } from '../../src/gallery/iiif/facts.ts';
import { infoOf } from '../../src/gallery/iiif/info.ts';
import { collectionOf, galleryManifestOf, manifestOf } from '../../src/gallery/iiif/manifest.ts';
import { collectionRules } from '../site/iiif-rules.ts';
import { readIiif } from '../site/iiif-problems.ts';

const root = mkdtempSync(join(tmpdir(), 'iiif-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const place = { origin: 'https://example.org', base: '/local-offer/' };
const site: SiteFacts = { name: 'Local Offer, Westmere', at: (address) => `${place.origin}/local-offer${address}` };
const gallery = { title: 'Gallery', summary: 'All pictures.', prints: [] };
let tiles: Tiles;

const artwork = (more: Partial<ArtworkFacts> = {}): ArtworkFacts => ({
  ...{
    id: 'our-street',
    title: 'Our street',
    alt: 'A street with nine doors in nine colours.',
    value: 'Welcome',
    material: 'Paint',
    made: 2019,
  },
  ...{
    madeBy: 'A young person, age 11 to 16',
    credit: 'A young person, age 11 to 16',
    rights: 'http://rightsstatements.org/vocab/InC/1.0/',
  },
  ...{ description: ['Nine doors.', 'One is open, & a "cat" <sits> there.'], easyDescription: ['There are 9 doors.'], written: [] },
  ...{ width: 1300, height: 1201, tiles, audio: undefined, prints: [] },
  ...more,
});
const sounding = () => artwork({ audio: { address: '/gallery/our-street/audio.mp3', seconds: 41.5 } });

/** A site of one artwork with its pages, pictures and documents. */
const whole = join(root, 'whole');
const write = (folder: string, file: string, text: string | object) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), typeof text === 'string' ? text : JSON.stringify(text));
};
beforeAll(async () => {
  const { width, height } = artwork();
  const data = await sharp({ create: { width, height, channels: 3, background: '#2a8' } })
    .raw()
    .toBuffer();
  mkdirSync(join(whole, 'iiif/images'), { recursive: true });
  tiles = await writeTiles({ data, width, height, channels: 3 }, join(whole, 'iiif/images/our-street'));
  for (const page of ['', 'gallery/', 'easy-read/gallery/', 'gallery/our-street/', 'easy-read/gallery/our-street/'])
    write(whole, `${page}index.html`, 'A page.');
  write(whole, 'gallery/our-street/audio.mp3', 'Sound.');
  write(whole, 'iiif/collection.json', collectionOf([sounding()], gallery, site));
  write(whole, 'iiif/gallery/manifest.json', galleryManifestOf([sounding()], gallery, site));
  write(whole, 'iiif/our-street/manifest.json', manifestOf(sounding(), gallery, site));
  write(whole, 'iiif/images/our-street/info.json', infoOf(sounding(), site));
});

test('an artwork of an odd size below a sub-path is whole and valid, with its recording', async () => {
  const { manifests, images, problems } = await readIiif(whole, place);
  expect(problems).toEqual([]);
  expect([manifests.size, images.size]).toEqual([2, 1]);
  const { rendering, items } = manifests.get('our-street')!;
  expect(rendering).toMatchObject([{ type: 'Sound', duration: 41.5, id: 'https://example.org/local-offer/gallery/our-street/audio.mp3' }]);
  expect(items[0]!.annotations.at(-1)!.items[0]).toMatchObject({
    motivation: 'supplementing',
    body: { format: 'audio/mpeg', duration: 41.5 },
  });
});

describe('what a viewer would stumble over is found', () => {
  const tile = 'iiif/images/our-street/512,0,512,512/512,512/0/default.jpg';
  const manifest = 'iiif/our-street/manifest.json';
  const change = (from: string, to: string) => (folder: string) => {
    const text = readFileSync(join(folder, manifest), 'utf8');
    expect(text).toContain(from);
    write(folder, manifest, text.replace(from, to));
  };
  test.each<[string, (folder: string) => void, RegExp]>([
    ['a tile that is not there', (folder) => rmSync(join(folder, tile)), /The image our-street lacks 512,0,512,512\/512,512/],
    [
      'a tile of another size',
      (folder) => cpSync(join(folder, 'iiif/images/our-street/full/90,/0/default.jpg'), join(folder, tile)),
      /is 90 x 83/,
    ],
    [
      'a page that is not there',
      (folder) => rmSync(join(folder, 'easy-read/gallery/our-street/index.html')),
      /easy-read\/gallery\/our-street\/, which does not exist/,
    ],
    ['a size that is not true', change('"width":1300,', '"width":1301,'), /canvas has another size than its picture/],
    [
      'an address of another site',
      change('https://example.org/local-offer/gallery/', 'https://example.com/gallery/'),
      /outside of the site/,
    ],
    [
      'an id that is not where it is served',
      change('/iiif/our-street/manifest.json', '/iiif/our-road/manifest.json'),
      /says that its address is/,
    ],
    ['a licence in the wrong form', change('http://rightsstatements', 'https://rightsstatements'), /rights: /],
    ['a misspelt property', change('"summary"', '"sumary"'), /summary: /],
    ['an annotation on another canvas', change('our-street/canvas"}', 'our-street/canvas2"}'), /about another canvas/],
  ])('%s', async (_name, spoil, problem) => {
    const folder = mkdtempSync(join(root, 'spoilt-'));
    cpSync(whole, folder, { recursive: true });
    spoil(folder);
    expect((await readIiif(folder, place)).problems.join('\n')).toMatch(problem);
  });
});

test('who made it is told as an age group; of a stand-in nothing is told but that it is one', () => {
  const told = (facts: ArtworkFacts) =>
    manifestOf(facts, gallery, site).metadata.map(({ label, value }) => `${label['en-GB']}: ${value['en-GB']}`);
  expect(told(artwork())).toEqual([
    'Value of the pledge: Welcome',
    'Made by: A young person, age 11 to 16',
    'Material: Paint',
    'Year: 2019',
  ]);
  expect(told(artwork({ madeBy: undefined, made: undefined, value: undefined }))).toEqual(['Material: Paint']);
  expect(JSON.stringify(manifestOf(artwork(), gallery, site))).not.toContain('navDate');
});

test('where rights differ, each picture says its own, and nothing is said of all', () => {
  const free = artwork({ id: 'the-hill', rights: 'http://creativecommons.org/licenses/by/4.0/', credit: 'Stand-in: we drew it.' });
  const all = galleryManifestOf([artwork(), free], gallery, site);
  expect(all).not.toHaveProperty('rights');
  expect(all.items.map(({ rights }) => rights)).toEqual([artwork().rights, free.rights]);
  expect(all.requiredStatement?.value['en-GB']).toEqual([artwork().credit, free.credit]);
  expect(galleryManifestOf([artwork(), artwork({ id: 'two' })], gallery, site).rights).toBe(artwork().rights);
});

test('without one artwork that others may show, the collection is there and empty', () => {
  const empty = collectionOf([], gallery, site);
  expect(empty.items).toEqual([]);
  expect(collectionRules.omit({ requiredStatement: true, thumbnail: true }).safeParse(empty).success).toBe(true);
});
