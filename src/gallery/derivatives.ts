/**
 * Makes the files of an artwork that visitors see. Nothing of the original's metadata is ever written, and Astro's own
 * image service never meets an artwork, since it would publish the original too.
 * Kept in `.cache/gallery/` by what goes in: bytes, settings, library versions; written whole or not at all.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** Widths in pixels; the largest file is at most `longestSide` on its long side. */
export const widths = [400, 800, 1400] as const;
const settings = { widths, longestSide: 4096, avif: { quality: 55, effort: 2 }, jpeg: { quality: 80, mozjpeg: false } } as const;
const reading = { failOn: 'warning', limitInputPixels: 100_000_000 } as const;
const cache = '.cache/gallery';

export interface Derivatives {
  /** The size of the whole picture in pixels. */
  width: number;
  height: number;
  /** File names: `400.avif`, `400.jpg`, … and `full.jpg`. */
  files: string[];
  folder: string;
}

const made = new Map<string, Promise<Derivatives>>();

/**
 * @param original the path of the picture
 * @returns where its files are and how large the whole is
 * @throws Error in plain words when the picture cannot be used
 */
export function derivativesOf(original: string): Promise<Derivatives> {
  const known = made.get(original);
  if (known) return known;
  const promise = make(original);
  made.set(original, promise);
  return promise;
}

/** One artwork at a time, so that memory stays small. */
let queue: Promise<unknown> = Promise.resolve();

/** Where the files of a picture are kept, and the file that is there once they are whole. */
function keptAs(bytes: Buffer) {
  const mark = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([settings, sharp.versions]))
    .digest('hex')
    .slice(0, 24);
  const folder = join(cache, mark);
  return { folder, kept: join(folder, 'ok.json') };
}

/**
 * Makes sure that a picture can be read, without making its files: the content check is quick, and the build does the work.
 * @throws Error of sharp when it cannot be read
 */
export async function mustBeReadable(original: string): Promise<void> {
  const bytes = await readFile(original);
  if (!existsSync(keptAs(bytes).kept)) await sharp(bytes, reading).resize(64, 64, { fit: 'inside' }).toBuffer();
}

async function make(original: string): Promise<Derivatives> {
  const bytes = await readFile(original);
  const { folder, kept } = keptAs(bytes);
  if (existsSync(kept)) return JSON.parse(await readFile(kept, 'utf8')) as Derivatives;
  const turn = queue.then(() => {
    console.log(`Preparing the artwork ${basename(dirname(original))}, once …`);
    return render(original, bytes, folder);
  });
  queue = turn.catch(() => undefined);
  return turn;
}

async function render(original: string, bytes: Buffer, folder: string): Promise<Derivatives> {
  const fresh = `${folder}.${randomUUID()}`;
  try {
    await mkdir(fresh, { recursive: true });
    const { data, info } = await sharp(bytes, reading)
      .autoOrient()
      .resize({ width: settings.longestSide, height: settings.longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const whole = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    const files: string[] = [];
    const write = async (name: string, picture: Sharp) => {
      await picture.toFile(join(fresh, name));
      files.push(name);
    };
    for (const width of settings.widths) {
      const small = whole().resize({ width, withoutEnlargement: true });
      await write(`${width}.jpg`, small.clone().jpeg(settings.jpeg));
      await write(`${width}.avif`, small.clone().avif(settings.avif));
    }
    await write('full.jpg', whole().jpeg(settings.jpeg));
    const result: Derivatives = { width: info.width, height: info.height, files, folder };
    await writeFile(join(fresh, 'ok.json'), JSON.stringify(result));
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
    return result;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw new Error(`${original} cannot be read as a picture: ${(error as Error).message}. Save it again as PNG, JPEG or SVG.`, {
      cause: error,
    });
  }
}
