/** Small artworks for tests of what is printed: their pictures are full of notes that must never be published. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { pebble } from '../../src/components/cut-paper.ts';
import type { Mark, PrintedArtwork, PrintedSite } from '../../src/gallery/print/facts.ts';
import type { ToPrint } from '../../src/gallery/print/plan.ts';

/** Stands in every note of every picture. */
export const secret = 'Secretname Surname';

const marks: Mark[] = ['Be fair', 'Be brave', 'Be open', 'Be kind'].map((name, index) => ({ name, hue: 20 + index * 90, shape: pebble }));
export const site: PrintedSite = {
  name: 'Local Offer',
  place: 'Northshire',
  gallery: { title: 'Our gallery', address: 'https://www.example.org/below/gallery/' },
  pledge: { name: 'Our pledge', hue: 90, shape: pebble },
  values: marks,
};

/** A picture of one colour, with a name in its EXIF, XMP and comment. */
export async function pictureOf(width: number, height: number, colour: string): Promise<Buffer> {
  const jpeg = await sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({ IFD0: { Artist: secret, ImageDescription: secret }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 34/1 0/1' } })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${secret}</rdf:RDF></x:xmpmeta>`,
    )
    .jpeg({ quality: 90 })
    .toBuffer();
  const note = Buffer.from(secret);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, note.length + 2]), note]);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

export const factsOf = (id: string, value: number, more: Partial<PrintedArtwork> = {}): PrintedArtwork => ({
  ...{ id, title: marks[value]!.name, value: marks[value]!, alt: `What is seen on ${id}.`, written: ['Words on it', 'and a second line'] },
  ...{ credit: 'A young person, age 11 to 16', standIn: false },
  ...{ address: `https://www.example.org/below/gallery/${id}/`, day: '2026-11-24' },
  ...more,
});

/** Puts an artwork into a folder. @param root of all folders */
export function place(root: string, facts: PrintedArtwork, picture: Uint8Array, colouring?: string): ToPrint {
  const folder = join(root, facts.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'picture.jpg'), picture);
  if (colouring !== undefined) writeFileSync(join(folder, 'colouring.svg'), colouring);
  return { facts, folder, colouring: colouring === undefined ? undefined : 'colouring.svg' };
}
