/** The picture dictionary: one idea, one picture; what is published of a picture; and how an author finds one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { holdsAll, wordsOf } from '../../src/authors/picture-filter.ts';
import { picturesIn, usesOfPictures } from '../../src/authors/picture-use.ts';
import { nearest } from '../../src/easy-read/nearest.ts';
import { publishedPicture, sizeOfDrawing, sizeWithin } from '../../src/easy-read/picture-file.ts';
import { picturesSchema } from '../../src/easy-read/pictures.schema.ts';
import { contentDir } from '../../src/readings/content-dir.ts';

const folder = `${contentDir()}/pictures`;
const { pictures, sets } = picturesSchema.parse(parse(readFileSync(`${folder}/pictures.yaml`, 'utf8')));
const entries = Object.entries(pictures);
/** Those that share something which each should have for itself. */
const shared = (of: (concept: string) => string) =>
  [...Map.groupBy(Object.keys(pictures), of).values()].filter((same) => same.length > 1).map((same) => same.join(' and '));

describe('one idea has one picture, and a picture stands for one idea', () => {
  test('no two stand for the same idea', () => expect(shared((concept) => pictures[concept]!.means.toLowerCase())).toEqual([]));
  test('no two are the same drawing', () =>
    expect(
      shared((concept) =>
        createHash('sha256')
          .update(readFileSync(`${folder}/${pictures[concept]!.file}`))
          .digest('hex'),
      ),
    ).toEqual([]));
  test('a word by which authors look for a picture leads to one', () => {
    const others = entries.flatMap(([concept, { otherNames = [] }]) => otherNames.map((name) => [name.toLowerCase(), concept] as const));
    const twice = [...Map.groupBy(others, ([name]) => name)].filter(([name, all]) => all.length > 1 || name in pictures);
    expect(twice.map(([name]) => name)).toEqual([]);
  });
});

test('a drawing after a set that is shared alike is shared alike', () => {
  const after = entries.filter(([, { original = '' }]) => /drawn for this project|changed/.test(original));
  expect(after.filter(([, { set }]) => !/BY-SA/.test(sets[set]!.licence)).map(([concept]) => concept)).toEqual([]);
});

describe('the proportions of a picture', () => {
  test.each([
    ['<svg viewBox="0 0 72 72">', 72, 72],
    ["<svg width='10' viewBox='0 0 30 20'>", 30, 20],
    ['<svg viewBox="-4,-4,40,20">', 40, 20],
    ['<svg height="20px" width="30">', 30, 20],
  ])('of %s', (svg, width, height) => expect(sizeOfDrawing(svg)).toEqual({ width, height }));
  test.each(['<svg>', '<svg viewBox="0 0 0 0">', '<p width="3" height="4">'])('%s has none', (svg) =>
    expect(() => sizeOfDrawing(svg)).toThrow(/viewBox/),
  );
  test('the longer side is the side of the square', () => {
    expect(sizeWithin(144, { width: 300, height: 200 })).toEqual({ width: 144, height: 96 });
    expect(sizeWithin(144, { width: 200, height: 300 })).toEqual({ width: 96, height: 144 });
  });
});

describe('what is published of a photograph', () => {
  const secret = 'Meadow Lane, taken by A. Person';
  const photograph = (format: 'jpeg' | 'png' | 'webp') =>
    sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a7' } })
      .withExif({ IFD0: { ImageDescription: secret }, IFD3: { GPSLatitude: '52/1 34/1 0/1', GPSLatitudeRef: 'N' } })
      .toFormat(format)
      .toBuffer();

  test.each(['jpeg', 'png', 'webp'] as const)('a %s says nothing of where it was taken and by whom', async (format) => {
    const bytes = await photograph(format);
    expect((await sharp(bytes).metadata()).exif, 'the original holds notes').toBeDefined();
    expect(bytes.includes(secret)).toBe(true);
    const published = await publishedPicture(bytes, `photo.${format === 'jpeg' ? 'jpg' : format}`);
    const { exif, xmp, iptc, format: kept } = await sharp(published.bytes).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect(Buffer.from(published.bytes).includes('Meadow')).toBe(false);
    expect(kept).toBe(format);
  });

  test('it is small, keeps its proportions, and stands as the camera was held', async () => {
    const turned = await sharp(await photograph('jpeg'))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { width, height } = await publishedPicture(turned, 'photo.jpg');
    expect([width, height]).toEqual([384, 576]);
  });

  test('half a photograph is refused in plain words', async () => {
    const bytes = await photograph('jpeg');
    await expect(publishedPicture(bytes.subarray(0, bytes.length / 2), 'photo.jpg')).rejects.toThrow(
      '"photo.jpg" cannot be read as a picture',
    );
  });
});

describe('an author finds a picture', () => {
  test('by another word for it, before all names that look alike', () =>
    expect(nearest('GP', ['gap', 'doctor', 'gate'], 3, (name) => (name === 'doctor' ? ['GP'] : []))[0]).toBe('doctor'));
  test('by the beginnings of its words', () => {
    const words = wordsOf('doctor a doctor Also: GP, clinic');
    expect(holdsAll(words, wordsOf('DOC gp'))).toBe(true);
    expect(holdsAll(words, wordsOf('doc school'))).toBe(false);
    expect(holdsAll(words, wordsOf(''))).toBe(true);
  });
  test('and sees where it is used: each page once, each use counted', () => {
    const source = '<Idea picture="list">\nMake a list.\n</Idea>\n\n<Idea picture="list">\nKeep it.\n</Idea>\n';
    const uses = usesOfPictures([
      { name: 'one', address: '/one/', source, facts: { picture: 'date', ways: [{ picture: 'list' }], title: 'picture' } },
      { name: 'two', address: '/two/', source },
    ]);
    expect([...uses.keys()].sort()).toEqual(['date', 'list']);
    expect(uses.get('list')).toEqual({
      times: 5,
      pages: [
        { name: 'one', address: '/one/' },
        { name: 'two', address: '/two/' },
      ],
    });
    expect(picturesIn(null)).toEqual([]);
  });
});
