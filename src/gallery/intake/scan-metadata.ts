/**
 * What a scan tells beside its pixels, so that the person who adds it learns what was taken out. The pixels alone go on, so nothing
 * depends on this list being whole. Reads the few places of each format where such blocks stand, never the whole file.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import { jpegParts, kindOf } from './jpeg-segments.ts';
import type { ScanKind } from './scan-kind.ts';

type Read = (at: number, length: number) => Promise<Buffer>;

/** Tags of a TIFF directory (TIFF 6.0, EXIF 2.3, DNG) that tell something. */
const tags: Record<number, string> = {
  270: 'comments',
  315: 'EXIF',
  306: 'EXIF',
  700: 'XMP',
  33723: 'IPTC',
  34377: 'IPTC',
  34665: 'EXIF',
  34853: 'GPS',
};

/** @param at where the TIFF structure begins in what is read */
async function tiffKinds(read: Read, at = 0): Promise<string[]> {
  const head = await read(at, 8);
  if (head.length < 8) return [];
  const little = head[0] === 0x49;
  const short = (bytes: Buffer, offset: number) => (little ? bytes.readUInt16LE(offset) : bytes.readUInt16BE(offset));
  const directory = at + (little ? head.readUInt32LE(4) : head.readUInt32BE(4));
  const count = await read(directory, 2);
  if (count.length < 2) return [];
  const entries = await read(directory + 2, Math.min(short(count, 0), 500) * 12);
  const found: string[] = [];
  for (let entry = 0; entry + 12 <= entries.length; entry += 12) {
    const kind = tags[short(entries, entry)];
    if (kind) found.push(kind);
  }
  return found;
}

const inBuffer =
  (bytes: Uint8Array): Read =>
  (at, length) =>
    Promise.resolve(Buffer.from(bytes.subarray(at, at + length)));

/** A block of EXIF, with or without the six letters that JPEG puts before it. */
const exifKinds = async (bytes: Uint8Array) => [
  'EXIF',
  ...(await tiffKinds(inBuffer(bytes), Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'Exif' ? 6 : 0)),
];

async function jpegKinds(read: Read): Promise<string[]> {
  // Blocks of 64 KB each stand before the pixels; thirty are more than any camera writes.
  const { segments } = jpegParts(await read(0, 2_000_000)) ?? { segments: [] };
  const found: string[] = [];
  for (const segment of segments) {
    const kind = kindOf(segment);
    if (kind === 'EXIF') found.push(...(await exifKinds(segment.data)));
    else if (kind === 'a comment') found.push('comments');
    else if (kind && kind !== 'a colour profile') found.push(kind);
  }
  return found;
}

const ofPng: Record<string, string> = { tEXt: 'comments', zTXt: 'comments', tIME: 'comments' };

async function pngKinds(read: Read): Promise<string[]> {
  const found: string[] = [];
  for (let at = 8; ;) {
    const head = await read(at, 8);
    if (head.length < 8) return found;
    const [length, type] = [head.readUInt32BE(0), head.toString('latin1', 4, 8)];
    if (type === 'eXIf') found.push(...(await exifKinds(await read(at + 8, Math.min(length, 1_000_000)))));
    else if (type === 'iTXt') found.push((await read(at + 8, 17)).toString('latin1') === 'XML:com.adobe.xmp' ? 'XMP' : 'comments');
    else if (ofPng[type]) found.push(ofPng[type]);
    at += 12 + length;
  }
}

/**
 * @param file opened for reading
 * @param given what sharp says of it
 * @returns the kinds that it holds, each once: EXIF, GPS, XMP, IPTC, comments and others
 */
export async function scanMetadata(file: FileHandle, kind: ScanKind, given: Metadata): Promise<string[]> {
  const read: Read = async (at, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  };
  const own = { JPEG: () => jpegKinds(read), PNG: () => pngKinds(read), TIFF: () => tiffKinds(read), WebP: async () => [] }[kind];
  const found = new Set(await own());
  if (given.exif) for (const one of await exifKinds(given.exif)) found.add(one);
  if (given.xmp) found.add('XMP');
  if (given.iptc || given.tifftagPhotoshop) found.add('IPTC');
  if (given.comments?.length) found.add('comments');
  const order = ['EXIF', 'GPS', 'XMP', 'IPTC', 'comments'];
  const place = (one: string) => (order.includes(one) ? order.indexOf(one) : order.length);
  return [...found].sort((a, b) => place(a) - place(b));
}
