/** The files to print, as they are published: each says what it is of, and none shows an artwork whose family did not agree to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import type { Artwork } from '../../src/gallery/artwork.schema.ts';
import { mayPrint, mayShow } from '../../src/gallery/consent.ts';
import { contentDir } from '../../src/readings/content-dir.ts';
import { readToday } from '../../src/settings.ts';
import { readPdf } from '../gallery/pdf.ts';
import { expectNone } from './check.ts';
import { artworks, topics } from './content.ts';
import { files, filesLike, pathOf } from './files.ts';
import { base, origin } from './place.ts';

const records = artworks
  .map((id) => ({ id, data: parse(readFileSync(join(contentDir(), 'gallery', id, 'artwork.yaml'), 'utf8')) as Artwork }))
  .filter(({ data }) => mayShow(data, readToday()))
  .sort((a, b) => a.data.order - b.data.order);
const printed = records.filter(({ data }) => mayPrint(data));
const valueOf = ({ value }: Artwork) => topics.get(`/pledge/${value}/`)!.title;
const read = (file: string) => readPdf(readFileSync(pathOf(file)));

test('an artwork has a poster when its family agreed to print it, and a sheet to colour in when there is a drawing too', () => {
  const wanted = printed.flatMap(({ id, data }) => [
    ...(data.colouring ? [`gallery/${id}/colouring.pdf`] : []),
    `gallery/${id}/poster.pdf`,
  ]);
  expect(filesLike(/^gallery\/[^/]+\/.+\.pdf$/)).toEqual(wanted.sort());
});

test('every poster has its value, its words, its alt text and its address, and weighs under 1.2 MB', async () => {
  const problems: string[] = [];
  for (const { id, data } of printed) {
    const file = `gallery/${id}/poster.pdf`;
    const say = (problem: string) => problems.push(`${file} ${problem}`);
    const { sheets, title, language, tagged, raw } = await read(file);
    if (sheets.length !== 1) say(`has ${sheets.length} pages.`);
    const [{ text, alts, links }] = [sheets[0]!];
    if (!String(title).startsWith(valueOf(data)) || language !== 'en-GB' || !tagged) say('has no title, no language or no tags.');
    for (const words of [valueOf(data), ...data.written]) if (!text.includes(words)) say(`does not hold the words "${words}".`);
    if (alts.join() !== data.alt) say(`describes its picture as "${alts.join()}".`);
    if (links[0]?.url !== `${origin}${base}gallery/${id}/`) say(`leads to ${links[0]?.url}.`);
    if (raw.length > 1_200_000) say(`is ${raw.length} bytes.`);
    if (raw.includes('Exif\0') || raw.includes('http://ns.adobe.com/xap/1.0/\0')) say('holds notes of the picture.');
  }
  expectNone(problems);
});

test.runIf(printed.length > 0)('all posters are in one file, in the order of the gallery, and no other', async () => {
  const { sheets, bookmarks } = await read('gallery/all.pdf');
  expect(sheets.flatMap(({ alts }) => alts)).toEqual(printed.map(({ data }) => data.alt));
  expect(bookmarks.slice(1)).toEqual(printed.map(({ data }, index) => ({ title: valueOf(data), page: index + 2 })));
});

test.runIf(printed.length > 0)('the poster of the pledge has every value in its order, and the artworks that may be printed', async () => {
  const values = [...topics]
    .filter(([address]) => /^\/pledge\/(?!signe?d?\/)[^/]+\/$/.test(address))
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([, { title }]) => title);
  const { sheets } = await read('gallery/poster.pdf');
  let from = 0;
  for (const value of values) {
    const found = sheets[0]!.text.indexOf(value, from);
    expect(found, `${value} in "${sheets[0]!.text}"`).toBeGreaterThanOrEqual(from);
    from = found;
  }
  const shown = printed.filter(({ data }, index) => printed.findIndex((one) => one.data.value === data.value) === index);
  expect(sheets[0]!.alts.toSorted()).toEqual(shown.map(({ data }) => data.alt).sort());
  expect(files.has('gallery/poster.jpg')).toBe(true);
});

test('files of all artworks are there exactly when one may be printed', () => {
  const wanted = printed.length > 0 ? ['gallery/all.pdf', 'gallery/poster.jpg', 'gallery/poster.pdf'] : [];
  expect(filesLike(/^gallery\/(all\.pdf|poster\.(pdf|jpg))$/).toSorted()).toEqual(wanted);
});

test('the certificate is one sheet with nothing to type into', async () => {
  const { sheets, raw } = await read('gallery/certificate.pdf');
  expect(sheets).toHaveLength(1);
  expect(raw).not.toContain('/AcroForm');
});
