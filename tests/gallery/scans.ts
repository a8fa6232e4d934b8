/** Scans and records for the tests of intake, made here: nothing that came from a scanner stands in the project. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { stringify } from 'yaml';

export const today = '2026-11-24';

/** Words that stand in the metadata of a scan, and must stand in no file that is made of it. */
export const secrets = ['SECRETARTIST', 'SECRETSERIAL', 'SECRETCREATOR', 'SECRETCITY', 'SECRETCOMMENT', 'SECRETTHUMB', 'SECRETTAIL'];

/** Paper with four coloured quarters: red, green, blue and yellow, from the left above, row by row. */
export function paper(width = 2400, height = 1600): Sharp {
  const data = Buffer.alloc(width * height * 3);
  const quarters = [
    [200, 40, 40],
    [40, 160, 60],
    [40, 60, 200],
    [230, 200, 50],
  ].map((colour) => Buffer.alloc((width / 2) * 3, Buffer.from(colour)));
  for (let y = 0; y < height; y += 1)
    for (const half of [0, 1]) quarters[(y < height / 2 ? 0 : 2) + half]!.copy(data, (y * width + (half * width) / 2) * 3);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A segment of a JPEG file. */
function segment(marker: number, ...parts: (string | Buffer)[]): Buffer {
  const data = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** IPTC as Photoshop writes it: a resource 0x0404 with the city (IIM 2:90). */
const iptc = () => {
  const city = Buffer.concat([Buffer.from([0x1c, 2, 90, 0, 10]), Buffer.from('SECRETCITY')]);
  const resource = Buffer.concat([
    Buffer.from('8BIM\x04\x04\0\0', 'latin1'),
    Buffer.from([0, 0, 0, city.length]),
    city,
    Buffer.alloc(city.length % 2),
  ]);
  return segment(0xed, 'Photoshop 3.0\0', resource);
};

/** A JPEG with all that cameras, phones and programs write: EXIF with GPS, XMP, IPTC, a comment, a small picture, bytes after its end. */
export async function telltaleJpeg(orientation = 1, picture = paper()): Promise<Buffer> {
  const bytes = await picture
    .withExif({
      IFD0: { Artist: 'SECRETARTIST', Make: 'Scanner' },
      IFD2: { BodySerialNumber: 'SECRETSERIAL' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 34/1 21/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 14/1 33/1' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="SECRETCREATOR"/></r:RDF></x:xmpmeta>',
    )
    .withMetadata({ orientation })
    .jpeg({ quality: 92 })
    .toBuffer();
  const extra = [iptc(), segment(0xfe, 'SECRETCOMMENT'), segment(0xec, 'Ducky\0SECRETTHUMB')];
  return Buffer.concat([bytes.subarray(0, 2), ...extra, bytes.subarray(2), Buffer.from('SECRETTAIL')]);
}

/** A TIFF of 16 bits a channel, as good scanners write it (TIFF 6.0): one strip, no compression. sharp writes none itself. */
export function tiff16(pixels: Uint16Array, width: number, height: number): Buffer {
  const data = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const bitsAt = 8 + data.length;
  // Each: tag, type (3 short, 4 long), count, value.
  const entries = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 3, bitsAt],
    [259, 3, 1, 1],
    [262, 3, 1, 2],
    [273, 4, 1, 8],
    [277, 3, 1, 3],
    [278, 4, 1, height],
    [279, 4, 1, data.length],
  ] as const;
  const directory = Buffer.alloc(2 + entries.length * 12 + 4);
  directory.writeUInt16LE(entries.length);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    directory.writeUInt16LE(tag, 2 + index * 12);
    directory.writeUInt16LE(type, 4 + index * 12);
    directory.writeUInt32LE(count, 6 + index * 12);
    directory.writeUInt32LE(value, 10 + index * 12);
  }
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(bitsAt + 6, 4);
  return Buffer.concat([head, data, Buffer.from([16, 0, 16, 0, 16, 0]), directory]);
}

/** A record that can be taken as it is. */
export const record = {
  value: 'listen',
  title: 'Four quarters',
  alt: 'A sheet of paper with 4 quarters in red, green, blue and yellow.',
  description: ['The sheet has 4 quarters. Red and green are at the top, blue and yellow are below.', 'On it stands the word "Hear".'],
  written: ['Hear'],
  question: 'Which colour do you see first?',
  easyAlt: 'The paper has 4 colours.',
  easyDescription: [{ picture: 'picture', words: 'The paper is red and green at the top.' }],
  easyQuestion: 'Which colour do you like?',
  consent: { scope: ['site', 'embeds'], givenOn: '2026-09-01', reviewBy: '2027-09-01', form: 'Schools team, folder 12' },
};

/** A content folder of its own, with the words of this site and without its artworks. Emptied by `remove`. */
export function ownContent() {
  const root = mkdtempSync(join(tmpdir(), 'intake-'));
  const dir = join(root, 'content');
  cpSync('content', dir, { recursive: true, filter: (path) => !/^content.gallery./.test(path) });
  mkdirSync(join(dir, 'gallery'), { recursive: true });
  return { root, dir, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** The text of a record file. */
export const yamlOf = (changes: Record<string, unknown> = {}) => stringify({ ...record, ...changes });

/** Which of the secret words the bytes of a file hold, as text or as UTF-16. */
export function secretsIn(path: string | Buffer): string[] {
  const bytes = typeof path === 'string' ? readFileSync(path) : path;
  return secrets.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
}

/** The colour of a picture at a place, from 0 to 1 each way. */
export async function colourAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
}
