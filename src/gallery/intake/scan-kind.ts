/** What a file is by its first bytes, whatever its name says: a drawing or a page that calls itself a picture is never opened. */
import { extname } from 'node:path';
import { refuse } from './refusal.ts';

export type ScanKind = 'JPEG' | 'PNG' | 'TIFF' | 'WebP';

const endings: Record<ScanKind, readonly string[]> = {
  JPEG: ['.jpg', '.jpeg', '.jpe', '.jfif'],
  PNG: ['.png'],
  TIFF: ['.tif', '.tiff'],
  WebP: ['.webp'],
};

/** First bytes as text, one character a byte → what it is. Pictures that we read first. */
const known: [RegExp, ScanKind][] = [
  [/^\xff\xd8\xff/, 'JPEG'],
  [/^\x89PNG\r\n\x1a\n/, 'PNG'],
  [/^(II[*+]\0|MM\0[*+])/, 'TIFF'],
  [/^RIFF[^]{4}WEBP/, 'WebP'],
];
const others: [RegExp, string][] = [
  [/^%PDF/, 'a PDF document'],
  [/^BM/, 'a BMP picture'],
  [/^GIF8/, 'a GIF picture'],
  [/^[^]{4}ftyp(hei|hev|mif|msf|avi)/, 'a HEIC or AVIF picture, as phones make them'],
  [/^PK\x03\x04/, 'a ZIP file or an office document'],
  [/<svg[\s>]/i, 'a drawing (SVG), not a scan'],
  [/<(!doctype html|html|head|body)[\s>]/i, 'a page of the web (HTML)'],
];
const mend = 'Save or scan it as TIFF, PNG or JPEG.';

/**
 * @param head the first bytes of the file, 1,024 are enough
 * @param name of the file, for the sentence
 * @throws Refusal when it is no picture that we read
 */
export function scanKind(head: Uint8Array, name: string): ScanKind {
  if (head.length === 0) refuse(`${name} is empty. Scan or copy it again.`);
  const text = String.fromCharCode(...head.subarray(0, 1024));
  const kind = known.find(([begin]) => begin.test(text))?.[1];
  if (kind) return kind;
  const other = others.find(([begin]) => begin.test(text))?.[1];
  return refuse(other ? `${name} is ${other}. ${mend}` : `${name} is no picture that we can read. ${mend}`);
}

/** @returns a remark when the name says something else than what is in it */
export function endingRemark(kind: ScanKind, path: string): string[] {
  const ending = extname(path).toLowerCase();
  return endings[kind].includes(ending)
    ? []
    : [`The file is named "${ending || 'without an ending'}" and holds a ${kind} picture. We read it as ${kind}.`];
}
