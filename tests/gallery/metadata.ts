/** Finds blocks of metadata in the bytes of a published file, without a library that might know fewer of them than a reader's own. */

const text = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Segments of a JPEG that tell something, by their markers (ITU-T T.81, annex B). JFIF's own head and Adobe's note on colours do not. */
function ofJpeg(bytes: Buffer): string[] {
  const found: string[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    const length = bytes.readUInt16BE(at + 2);
    const name = text(bytes, at + 4, at + 10);
    if (marker === 0xfe) found.push('comment');
    else if (marker >= 0xe1 && marker <= 0xef && marker !== 0xee)
      found.push(name.startsWith('Exif') ? 'EXIF' : name.startsWith('http') ? 'XMP' : `APP${marker - 0xe0}`);
    if (marker === 0xda) break;
    at += 2 + length;
  }
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (end !== bytes.length - 2) found.push('bytes after the end');
  return found;
}

function ofPng(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = text(bytes, at + 4, at + 8);
    if (['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].includes(type)) found.push(type);
  }
  return found;
}

/** The pictures in a PDF as they were put in (ISO 32000, DCTDecode). What the PDF says of itself, its title and tags, is meant to be there. */
function ofPdf(bytes: Buffer): string[] {
  const found = ['Exif\0\0', '8BIM', 'Photoshop 3.0'].filter((word) => bytes.includes(word)).map((word) => word.replaceAll('\0', ''));
  for (let at = bytes.indexOf('/DCTDecode'); at > 0; at = bytes.indexOf('/DCTDecode', at + 1)) {
    const from = bytes.indexOf(Buffer.from([0xff, 0xd8]), bytes.indexOf('stream', at));
    const picture = bytes.subarray(from, bytes.indexOf('endstream', from));
    found.push(...ofJpeg(picture.at(-1) === 0x0a ? picture.subarray(0, -1) : picture));
  }
  return found;
}

/** Words by which items of metadata stand in the head of an AVIF (ISO/IEC 23008-12), before its pixels, which may hold any bytes. */
const items = ['Exif\0', 'mime\0', 'application/rdf+xml', 'xmpmeta'];
const ofAvif = (bytes: Buffer): string[] => {
  const head = bytes.subarray(0, bytes.indexOf('mdat') + 4);
  return items.filter((word) => head.includes(word)).map((word) => word.replaceAll('\0', ''));
};

/** Tags before and after the sound of an MP3 (ID3v2, ID3v1, APE). */
const ofMp3 = (bytes: Buffer): string[] => [
  ...(text(bytes, 0, 3) === 'ID3' ? ['ID3v2'] : []),
  ...(text(bytes, bytes.length - 128, bytes.length - 125) === 'TAG' ? ['ID3v1'] : []),
  ...(bytes.includes('APETAGEX') ? ['APE'] : []),
];

/** @returns the kinds of metadata that a file holds; none in a clean one */
export function metadataOf(bytes: Buffer): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return ofJpeg(bytes);
  if (text(bytes, 0, 4) === '\x89PNG') return ofPng(bytes);
  if (text(bytes, 4, 8) === 'ftyp') return ofAvif(bytes);
  if (text(bytes, 0, 5) === '%PDF-') return ofPdf(bytes);
  if (text(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && bytes[1]! >= 0xe0)) return ofMp3(bytes);
  throw new Error(`A file that begins with "${text(bytes, 0, 8)}" is none of those that this check knows. Teach it.`);
}
