/** The parts of a JPEG file before, between and after its pixels: where cameras and programs write what they know (ITU-T T.81, annex B). */

export interface JpegSegment {
  /** The second byte of its marker: 0xe1 is APP1. */
  marker: number;
  /** What stands in it, without the marker and its length. */
  data: Uint8Array;
}

export interface JpegParts {
  segments: JpegSegment[];
  /** How many bytes stand after the end of the picture; 0 in a clean file. */
  after: number;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Markers that stand alone: fill bytes, TEM, and the restarts inside of the pixels. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** @param bytes of a JPEG file, which may be cut short @returns its segments in their order; undefined when it is no JPEG */
export function jpegParts(bytes: Uint8Array): JpegParts | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const segments: JpegSegment[] = [];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === endOfImage) return { segments, after: bytes.length - at - 2 };
    // 0xff00 is a byte of the pixels, and 0xffff only fills.
    if (marker === 0x00 || marker === 0xff || standsAlone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const data = bytes.subarray(at + 4, at + 2 + length);
    if (marker !== startOfScan) segments.push({ marker, data });
    at += 2 + Math.max(2, length);
  }
  return { segments, after: 0 };
}

const begins = ({ data }: JpegSegment, text: string) => String.fromCharCode(...data.subarray(0, text.length)) === text;

/**
 * @returns what a segment tells, in the words of a camera's manual; undefined when it only serves to draw the pixels: the tables, the
 * JFIF head without a small picture, and Adobe's note on how colours are stored
 */
export function kindOf(segment: JpegSegment): string | undefined {
  const { marker, data } = segment;
  if (marker === 0xfe) return 'a comment';
  if (marker < 0xe0 || marker > 0xef) return undefined;
  if (marker === 0xe0 && begins(segment, 'JFIF\0')) return data[12] || data[13] ? 'a small copy of the picture' : undefined;
  if (marker === 0xee && begins(segment, 'Adobe')) return undefined;
  if (marker === 0xe1 && begins(segment, 'Exif\0')) return 'EXIF';
  if (marker === 0xe1 && begins(segment, 'http://ns.adobe.com/')) return 'XMP';
  if (marker === 0xe2 && begins(segment, 'ICC_PROFILE')) return 'a colour profile';
  if (marker === 0xed) return 'IPTC';
  return `a block of a program (APP${marker - 0xe0})`;
}
