/** The poster with all values of the pledge: one picture and one sheet, whatever artworks there are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planPrints, type Planned } from '../../src/gallery/print/plan.ts';
import { hang } from '../../src/gallery/print/wall.ts';
import { sheetSize } from '../../src/gallery/print/whole-poster.ts';
import { coloursOf } from '../../src/styles/hues.ts';
import { factsOf, pictureOf, place, site } from './print-artworks.ts';
import { readPdf } from './pdf.ts';

const root = mkdtempSync(join(tmpdir(), 'whole-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function planFor(name: string, artworks: { id: string; value: number; colour: string; standIn?: boolean }[]): Promise<Planned[]> {
  const toPrint = [];
  for (const { id, value, colour, standIn = false } of artworks)
    toPrint.push(place(join(root, name), factsOf(id, value, { standIn }), await pictureOf(1200, 1500, colour)));
  return (await planPrints(toPrint, site, '2026-11-20', join(root, name, 'kept'))).prints;
}
const of = (prints: Planned[], kind: Planned['kind']) => prints.find((print) => print.kind === kind);

describe('with two artworks and four values', () => {
  let prints: Planned[];
  let picture: Uint8Array;
  beforeAll(async () => {
    prints = await planFor('two', [
      { id: 'fair', value: 0, colour: '#aa1100' },
      { id: 'open', value: 2, colour: '#0011aa', standIn: true },
    ]);
    picture = await of(prints, 'whole-poster-picture')!.make();
  });

  test('it has every value by name in the pledge’s order, and a picture where there is one', async () => {
    const { sheets, title, tagged, language } = await readPdf(await of(prints, 'whole-poster')!.make());
    expect([title, tagged, language]).toEqual(['Our pledge: the poster with all values', true, 'en-GB']);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]!.size).toEqual([1191, 842]);
    expect(sheets[0]!.text).toMatch(/Our pledge.*Local Offer, Northshire.*Be fair.*Be brave.*Be open.*Be kind/);
    expect(sheets[0]!.alts).toEqual(['What is seen on fair.', 'What is seen on open.']);
    expect(sheets[0]!.roles.filter((role) => /^(H\d|Figure)$/.test(role))).toEqual(['H1', 'H2', 'Figure', 'H2', 'H2', 'Figure', 'H2']);
    for (const { pixels, points } of sheets[0]!.pictures) expect(pixels[0] / (points[0] / 72)).toBeGreaterThan(150);
  });

  test('it says that some of it stands in, and where the gallery is', async () => {
    const { sheets } = await readPdf(await of(prints, 'whole-poster')!.make());
    expect(sheets[0]!.text).toContain('Some pictures are stand-ins');
    expect(sheets[0]!.links).toEqual([
      { url: 'https://www.example.org/below/gallery/', dest: undefined, said: 'Our gallery: www.example.org/below/gallery/' },
    ]);
  });

  test('the picture is a JPEG of 3,600 pixels with the same look', async () => {
    const { width, height, format, exif, xmp, icc } = await sharp(picture).metadata();
    expect([width, height, format, exif, xmp, icc]).toEqual([3600, 2546, 'jpeg', undefined, undefined, undefined]);
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    const aspects = [0.8, 0.8, 0.8, 0.8];
    const hung = hang(aspects, { x: 40, y: 134, width: sheetSize.width - 80, height: sheetSize.height - 134 - 44 - 12 });
    const scale = info.width / sheetSize.width;
    const at = (x: number, y: number) => {
      const start = (Math.round(y * scale) * info.width + Math.round(x * scale)) * info.channels;
      return [...data.subarray(start, start + 3)];
    };
    const near = (found: number[], hex: string) => {
      const wanted = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
      found.forEach((value, index) => expect(Math.abs(value - wanted[index]!), `${found} and ${hex}`).toBeLessThan(12));
    };
    const middle = (index: number): [number, number] => {
      const { x, y, width: w, height: h } = hung[index]!.picture;
      return [x + w / 2, y + h / 2];
    };
    near(at(...middle(0)), '#aa1100');
    near(at(...middle(2)), '#0011aa');
    // The card of a value without a picture: its shape in the middle, its tint around.
    near(at(...middle(1)), coloursOf(site.values[1]!.hue).bright);
    near(at(hung[1]!.picture.x + 6, hung[1]!.picture.y + 6), coloursOf(site.values[1]!.hue).tint);
  });

  test('its letters are painted, not left out', async () => {
    const { data } = await sharp(picture)
      .extract({ left: 120, top: 60, width: 1400, height: 300 })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data.filter((value) => value < 110).length / data.length).toBeGreaterThan(0.05);
  });
});

test('without any artwork there is no such file', async () => {
  const prints = await planFor('none', []);
  expect(prints.map(({ kind }) => kind)).toEqual(['certificate']);
});

test('of two artworks of one value it shows the first', async () => {
  const prints = await planFor('same', [
    { id: 'first', value: 1, colour: '#aa1100' },
    { id: 'second', value: 1, colour: '#0011aa' },
  ]);
  const { sheets } = await readPdf(await of(prints, 'whole-poster')!.make());
  expect(sheets[0]!.alts).toEqual(['What is seen on first.']);
  expect(sheets[0]!.text).toContain('The pictures are by young people.');
});

describe('the wall', () => {
  const wall = { x: 40, y: 134, width: 1110, height: 650 };
  const shapes = [0.75, 1.33, 1, 0.5, 2, 1.33, 0.75, 0.75, 4, 0.3, 1, 1];
  test.each([1, 2, 3, 5, 10, 12])('holds %i pictures of any shape in their order, and none touches another', (count) => {
    const aspects = shapes.slice(0, count);
    const hung = hang(aspects, wall);
    expect(hung).toHaveLength(count);
    hung.forEach(({ card, picture, name }, index) => {
      expect(picture.width / picture.height).toBeCloseTo(aspects[index]!, 5);
      expect(card.x).toBeGreaterThanOrEqual(wall.x - 0.01);
      expect(card.y).toBeGreaterThanOrEqual(wall.y - 0.01);
      expect(card.x + card.width).toBeLessThanOrEqual(wall.x + wall.width + 0.01);
      expect(card.y + card.height).toBeLessThanOrEqual(wall.y + wall.height + 0.01);
      for (const inner of [picture, name]) {
        expect(inner.x).toBeGreaterThanOrEqual(card.x);
        expect(inner.x + inner.width).toBeLessThanOrEqual(card.x + card.width + 0.01);
        expect(inner.y + inner.height).toBeLessThanOrEqual(card.y + card.height + 0.01);
      }
      expect(name.height).toBeGreaterThan(40);
      expect(name.y).toBeGreaterThanOrEqual(picture.y + picture.height - 0.01);
      const before = hung[index - 1]?.card;
      if (before) expect(card.y > before.y + before.height || card.x > before.x + before.width).toBe(true);
    });
  });
});
