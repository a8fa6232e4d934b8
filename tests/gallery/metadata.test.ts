/** The check of published files is checked too: it finds what it looks for, in each kind of file. */
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { metadataOf } from './metadata.ts';
import { paper, telltaleJpeg } from './scans.ts';

const exif = { IFD0: { Artist: 'SECRETARTIST' } };

async function pdfWith(picture: Buffer): Promise<Buffer> {
  const [pdf, parts] = [new PDFDocument(), [] as Buffer[]];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((done) => pdf.on('end', done));
  pdf.image(picture, 0, 0, { width: 200 });
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

test('metadata is found in a JPEG, a PNG, an AVIF and a PDF that hold some', async () => {
  expect(metadataOf(await telltaleJpeg())).toEqual(expect.arrayContaining(['EXIF', 'XMP', 'APP13', 'comment', 'bytes after the end']));
  expect(metadataOf(await paper(200, 200).withExif(exif).png().toBuffer())).toContain('eXIf');
  expect(metadataOf(await paper(200, 200).withExif(exif).avif({ effort: 0 }).toBuffer())).toContain('Exif');
  expect(metadataOf(await pdfWith(await paper(200, 200).withExif(exif).jpeg().toBuffer()))).toContain('EXIF');
  expect(metadataOf(await pdfWith(await telltaleJpeg()))).toContain('comment');
  const sound = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x44]), Buffer.alloc(400)]);
  expect(metadataOf(sound)).toEqual([]);
  expect(metadataOf(Buffer.concat([Buffer.from('ID3'), sound, Buffer.from('TAG'.padEnd(128))]))).toEqual(['ID3v2', 'ID3v1']);
});

test('nothing is found in clean ones', async () => {
  const clean = paper(200, 200);
  for (const bytes of [
    await clean.clone().jpeg().toBuffer(),
    await clean.clone().png().toBuffer(),
    await clean.clone().avif({ effort: 0 }).toBuffer(),
  ])
    expect(metadataOf(bytes)).toEqual([]);
  expect(metadataOf(await pdfWith(await clean.clone().jpeg().toBuffer()))).toEqual([]);
});
