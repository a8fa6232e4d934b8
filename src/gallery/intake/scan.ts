/**
 * From a scan to the one picture that the project keeps: upright, sRGB, on white, masked, at most 4096 pixels, and nothing in it but
 * pixels. The scan itself is only read.
 */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import { mostPixels, strict } from '../original.ts';
import { masterProblems, masterSide } from './master-check.ts';
import { checkBoxes, cover, type Box } from './mask.ts';
import { inWords, Refusal, refuse } from './refusal.ts';
import { endingRemark, scanKind } from './scan-kind.ts';
import { scanMetadata } from './scan-metadata.ts';

export interface CleanPicture {
  /** A JPEG without metadata. */
  bytes: Buffer;
  width: number;
  height: number;
  /** The size of the scan as it is seen upright, in pixels: boxes of a mask are measured on it. */
  scan: { width: number; height: number };
  /** What the person should know, as sentences. */
  remarks: string[];
}

const leastSide = 1200;
const goodSide = 2400;
const strangest = 10;

/** Only loaders of scans run in this process from now on: a second lock beside `scanKind`. For a command, never for the build. */
export function loadOnlyScans(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  const kinds = ['Jpeg', 'Png', 'Tiff', 'Webp'];
  sharp.unblock({ operation: kinds.map((kind) => `VipsForeignLoad${kind}`) });
}

/**
 * @param path of the scan
 * @param mask boxes that are painted over
 * @throws Refusal with a sentence when it cannot be used
 */
export async function cleanPicture(path: string, mask: readonly Box[] = []): Promise<CleanPicture> {
  const name = basename(path);
  const about = await stat(path).catch(() =>
    refuse(`There is no file ${path}. Look at its name and folder, and put a name with spaces in quotes.`),
  );
  if (!about.isFile()) refuse(`${path} is a folder. Name the file of one scan.`);
  const file = await open(path).catch(() => refuse(`${name} cannot be opened. Ask who owns it to let you read it.`));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const kind = scanKind(buffer.subarray(0, bytesRead), name);
    const damaged = `${name} is damaged, or was not saved or copied to its end. Scan or copy it again.`;
    const given = await sharp(path, { ...strict, limitInputPixels: false })
      .metadata()
      .catch(() => refuse(damaged));
    const scan = checkSize(given, name);
    checkBoxes(mask, scan.width, scan.height);
    const kinds = await scanMetadata(file, kind, given);
    const picture = await render(path, mask).catch((error: unknown) =>
      error instanceof Refusal ? Promise.reject(error) : refuse(damaged),
    );
    const wrong = await masterProblems(picture.bytes);
    if (wrong.length > 0) throw new Error(`The picture that was made ${wrong[0]}`);
    return { ...picture, scan, remarks: [...endingRemark(kind, path), ...remarksOn(given, scan, kinds)] };
  } finally {
    await file.close();
  }
}

/** @returns the size as it is seen upright */
function checkSize({ width, height, autoOrient }: Metadata, name: string): { width: number; height: number } {
  const size = `${width} × ${height} pixels`;
  if (width * height > mostPixels)
    refuse(`${name} is ${size}, which is more than ${mostPixels / 1_000_000} million. Scan it at 300 or 400 dots an inch.`);
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  if (long > short * strangest)
    refuse(`${name} is ${size}: one side is more than ${strangest} times the other. Look whether it is the right file.`);
  if (short < leastSide)
    refuse(`${name} is ${size}, too small to show well. Each side needs at least ${leastSide}: scan it at 300 dots an inch or more.`);
  return { width: autoOrient.width, height: autoOrient.height };
}

async function render(path: string, mask: readonly Box[]) {
  const cap = { width: masterSide.most, height: masterSide.most, fit: 'inside', withoutEnlargement: true } as const;
  const upright = sharp(path, strict).autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
  // A mask is painted on every pixel of the scan before it is made smaller, so that no shade of a letter is mixed into its neighbours.
  const whole = mask.length > 0 ? upright : upright.resize(cap);
  const { data, info } = await whole.removeAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`The picture has ${info.channels} channels.`);
  cover({ data, width: info.width, height: info.height }, mask);
  const made = await sharp(data, { raw: { width: info.width, height: info.height, channels: 3 }, limitInputPixels: mostPixels })
    .resize(cap)
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  return { bytes: made.data, width: made.info.width, height: made.info.height };
}

function remarksOn({ space, icc, pages = 1 }: Metadata, { width, height }: CleanPicture['scan'], kinds: string[]): string[] {
  const remarks: string[] = [];
  if (space === 'cmyk' && !icc)
    remarks.push('The scan has printing colours (CMYK) and does not say which. They come out duller: ask for an RGB scan if you can.');
  if (pages > 1) remarks.push(`The scan has ${pages} pages. Only the first is used.`);
  if (Math.max(width, height) < goodSide)
    remarks.push(`The scan is ${width} × ${height} pixels. It can be shown; from ${goodSide} pixels on, small lines stay sharp in print.`);
  if (kinds.length > 0) remarks.push(`The scan held ${inWords(kinds)}, which can say who made it, where and when. We removed all of it.`);
  return remarks;
}
