/** What a teacher or a librarian prints: each poster, all of them, the certificate, and a sheet to colour in. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colouringPicture, ColouringUnusable } from '../../src/gallery/print/colouring.ts';
import { planPrints, type Planned, type ToPrint } from '../../src/gallery/print/plan.ts';
import { factsOf, pictureOf, place, secret, site } from './print-artworks.ts';
import { readPdf, type Read } from './pdf.ts';

const root = mkdtempSync(join(tmpdir(), 'print-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><path d="M20 20h360v260H20z" fill="none" stroke="#000" stroke-width="6"/></svg>';
const a4 = [595, 842] as const;

let toPrint: ToPrint[];
let prints: Planned[];
const planned = (kind: Planned['kind'], artwork?: string) => prints.find((print) => print.kind === kind && print.artwork === artwork)!;
const made = async (kind: Planned['kind'], artwork?: string): Promise<Read> => readPdf(await planned(kind, artwork).make());

beforeAll(async () => {
  toPrint = [
    place(root, factsOf('tall', 0), await pictureOf(3072, 4096, '#884422')),
    place(root, factsOf('wide', 2, { title: 'A gate', written: [] }), await pictureOf(2000, 1200, '#226688'), drawing),
    place(root, factsOf('square', 3, { standIn: true, credit: 'Stand-in: drawn for a test.' }), await pictureOf(1500, 1500, '#447733')),
  ];
  ({ prints } = await planPrints(toPrint, site, '2026-11-20', join(root, 'kept')));
});

describe('a poster', () => {
  test.each([
    ['tall', [595, 842]],
    ['wide', [842, 595]],
    ['square', [595, 842]],
  ])('of a %s picture is one sheet of A4 that lies as the picture does', async (id, size) => {
    const { sheets } = await made('poster', id);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]!.size).toEqual(size);
  });

  test('tells a listener its title, its language, what it shows, and which words are on the picture', async () => {
    const { title, language, tagged, raw, sheets } = await made('poster', 'tall');
    expect([title, language, tagged]).toEqual(['Be fair: poster', 'en-GB', true]);
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const { roles, alts, text } = sheets[0]!;
    expect(roles).toEqual(['Document', 'H1', 'Figure', 'P', 'P', 'P', 'P', 'Link']);
    expect(alts).toEqual(['What is seen on tall.']);
    expect(text).toMatch(/Be fair.*Words on it.*and a second line/);
  });

  test('says who made it, where it comes from, and leads there', async () => {
    const { sheets } = await made('poster', 'wide');
    expect(sheets[0]!.text).toContain('“A gate”. A young person, age 11 to 16');
    expect(sheets[0]!.text).toContain('Local Offer, Northshire. See it at www.example.org/below/gallery/wide/');
    expect(sheets[0]!.links).toEqual([
      { url: 'https://www.example.org/below/gallery/wide/', dest: undefined, said: 'Be open: www.example.org/below/gallery/wide/' },
    ]);
  });

  test('of a stand-in says that it is one', async () => {
    expect((await made('poster', 'square')).sheets[0]!.text).toContain('Stand-in: drawn for a test.');
  });

  test('has the picture once, in its own proportions, at over 240 dots an inch', async () => {
    const { sheets } = await made('poster', 'tall');
    expect(sheets[0]!.pictures).toHaveLength(1);
    const { pixels, points } = sheets[0]!.pictures[0]!;
    expect(pixels).toEqual([1950, 2600]);
    expect(points[0] / points[1]).toBeCloseTo(0.75, 2);
    expect(pixels[0] / (points[0] / 72)).toBeGreaterThan(240);
    // It takes most of the sheet.
    expect((points[0] * points[1]) / (a4[0] * a4[1])).toBeGreaterThan(0.65);
  });

  test('is never larger than its picture is', async () => {
    const { sheets } = await made('poster', 'wide');
    expect(sheets[0]!.pictures[0]!.pixels).toEqual([2000, 1200]);
  });

  test('has all its words on the sheet', async () => {
    for (const id of ['tall', 'wide', 'square']) {
      const { sheets } = await made('poster', id);
      const { size, lines } = sheets[0]!;
      for (const { text, left, right, bottom } of lines) {
        expect(Math.min(left, bottom), text).toBeGreaterThanOrEqual(14);
        expect(right, text).toBeLessThanOrEqual(size[0] - 14);
      }
    }
  });

  test('a long value, a long address and letters that no font here has lose nothing', async () => {
    const value = { ...site.values[0]!, name: 'Celebrate incomprehensibilities and successes of every single kind' };
    const address = `https://www.example.org/${'a-rather-long-path/'.repeat(8)}`;
    const facts = factsOf('long', 0, { value, address, written: ['Ukrainian: Мир', 'Chinese: 世界'] });
    const plan = await planPrints(
      [place(root, facts, await pictureOf(1300, 1300, '#333333'))],
      site,
      '2026-11-20',
      join(root, 'kept-long'),
    );
    const { sheets, raw } = await readPdf(await plan.prints[0]!.make());
    expect(sheets[0]!.text).toContain(value.name);
    expect(sheets[0]!.text).toContain(address.slice('https://'.length));
    expect(sheets[0]!.text).toContain('Ukrainian: Мир');
    for (const { right } of sheets[0]!.lines) expect(right).toBeLessThanOrEqual(595 - 14);
    const spoken = Buffer.from('\ufeffChinese: 世界', 'utf16le')
      .swap16()
      .toString('latin1')
      .replace(/[()\\]/g, '\\$&');
    expect(raw).toContain(`/ActualText (${spoken})`);
  });
});

describe('all posters in one file', () => {
  test('begin with what is in it, and every line leads to its page', async () => {
    const { sheets, bookmarks, title } = await made('all');
    expect(title).toBe('Our gallery');
    expect(planned('all').pages).toBe(4);
    expect(sheets.map(({ size }) => size)).toEqual([a4, a4, [842, 595], a4].map((size) => [...size]));
    expect(bookmarks).toEqual([
      { title: 'Our gallery', page: 1 },
      { title: 'Be fair', page: 2 },
      { title: 'Be open', page: 3 },
      { title: 'Be kind', page: 4 },
    ]);
    const [first, ...posters] = sheets;
    expect(first!.text).toMatch(/Our gallery.*Be fair, page 2.*Be open, page 3.*Be kind, page 4/);
    expect(first!.roles.filter((role) => role === 'TOCI')).toHaveLength(3);
    expect(first!.links.filter(({ url }) => !url).map(({ dest }) => dest)).toEqual(['tall', 'wide', 'square']);
    expect(sheets.flatMap(({ roles }) => roles.filter((role) => role === 'H1'))).toHaveLength(1);
    expect(posters.map(({ roles }) => roles.filter((role) => role === 'H2').length)).toEqual([1, 1, 1]);
    expect(posters.flatMap(({ alts }) => alts)).toEqual(['tall', 'wide', 'square'].map((id) => `What is seen on ${id}.`));
  });
});

describe('the certificate', () => {
  test('is a sheet to fill in with a pen: nothing can be typed into it', async () => {
    const { sheets, raw, tagged } = await made('certificate');
    expect(tagged).toBe(true);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]!.size).toEqual([842, 595]);
    for (const words of ['Certificate', 'Our pledge', 'This certificate goes to', 'for', 'Date', 'Signed', 'Local Offer, Northshire'])
      expect(sheets[0]!.text).toContain(words);
    expect(raw).not.toMatch(/\/AcroForm|\/Widget/);
    expect(sheets[0]!.links).toEqual([]);
  });

  test('has a box to tick for each value', async () => {
    const { roles, text } = (await made('certificate')).sheets[0]!;
    expect(roles.filter((role) => role === 'LI')).toHaveLength(4);
    expect(text).toMatch(/Be fair.*Be brave.*Be open.*Be kind/);
  });

  test('is there also where nothing may be printed, and nothing else is', async () => {
    const { prints: few } = await planPrints([], site, '2026-11-20', join(root, 'kept-none'));
    expect(few.map(({ address }) => address)).toEqual(['/gallery/certificate.pdf']);
  });
});

describe('a sheet to colour in', () => {
  test('is there where a person has drawn one, as a PDF and as the drawing', () => {
    expect(prints.filter(({ kind }) => kind.startsWith('colouring')).map(({ address, type }) => [address, type])).toEqual([
      ['/gallery/wide/colouring.pdf', 'PDF'],
      ['/gallery/wide/colouring.svg', 'SVG'],
    ]);
  });

  test('is one sheet of A4 in black and white, with the value, the credit and what it shows', async () => {
    const { sheets, title } = await made('colouring', 'wide');
    expect(title).toBe('Be open: a sheet to colour in');
    const { size, text, pictures, alts } = sheets[0]!;
    expect(size).toEqual([842, 595]);
    expect(text).toContain('Be open');
    expect(text).toContain('A young person, age 11 to 16. See it at www.example.org/below/gallery/wide/');
    expect(alts).toEqual(['A gate: a sheet to colour in. What is seen on wide.']);
    expect(pictures[0]!.pixels[0] / (pictures[0]!.points[0] / 72)).toBeGreaterThan(280);
  });

  test.each([
    ['has colours', drawing.replace('#000', '#d00')],
    ['cannot be read', 'hello'],
    ['holds notes of the drawing program', drawing.replace('<path', '<title>By a child</title><path')],
    ['holds notes of the drawing program', drawing.replace('<svg ', '<svg xmlns:i="http://x.org/" i:docname="amy.svg" ')],
    ['holds notes of the drawing program', drawing.replace('<path', '<!-- amy --><path')],
  ])('that %s stops the build with a sentence', async (why, svg) => {
    const failed = await colouringPicture('wide', Buffer.from(svg)).catch((error: Error) => error);
    expect(failed).toBeInstanceOf(ColouringUnusable);
    expect((failed as Error).message).toMatch(new RegExp(`^The file colouring.svg of the artwork wide \\(field "colouring"\\) ${why}`));
  });
});

describe('in no file', () => {
  test.each(['poster', 'all', 'whole-poster', 'whole-poster-picture', 'colouring'] as const)(
    'is there a note of the original picture: %s',
    async (kind) => {
      const bytes = await prints.find((print) => print.kind === kind)!.make();
      const text = Buffer.from(bytes).toString('latin1');
      expect(text.length).toBeGreaterThan(1000);
      for (const note of [secret, 'Secretname', 'Exif\0', 'ns.adobe.com/xap/1.0/\0', 'GPSLatitude', 'Photoshop 3.0'])
        expect(text).not.toContain(note);
      expect(Buffer.from(bytes).includes(Buffer.from(secret, 'utf16le'))).toBe(false);
    },
  );

  test('and the test’s own pictures are full of them', async () => {
    const text = (await pictureOf(1300, 1300, '#333333')).toString('latin1');
    expect(text.split(secret).length).toBeGreaterThan(3);
    expect(text).toContain('Exif\0');
  });
});
