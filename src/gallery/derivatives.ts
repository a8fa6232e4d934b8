/**
 * Makes the files of an artwork that visitors see: pictures for our own pages and tiles for zooming and for other people's viewers.
 * Nothing of the original's metadata is ever written, and Astro's own image service never meets an artwork, since it would publish the
 * original too. Kept in `.cache/gallery/` by what goes in: bytes, settings, library versions; written whole or not at all.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { contentDir } from '../readings/content-dir.ts';
import { pictureSettings, writePictures, type PictureFile } from './derivatives-pictures.ts';
import { tileSettings, writeTiles, type Tiles } from './derivatives-tiles.ts';
import { longestSide, opened, originalOf, unusable } from './original.ts';

export type { PictureFile, Tiles };

const settings = { longestSide, pictures: pictureSettings, tiles: tileSettings } as const;
// Two artworks at once with one thread each is quicker than one with two.
sharp.concurrency(1);
const atOnce = 2;

export interface Derivatives {
  /** The size of the whole picture in pixels. */
  width: number;
  height: number;
  /** Where they are: `pictures/` and `tiles/` below it. */
  folder: string;
  pictures: PictureFile[];
  tiles: Tiles;
}

const short = (...parts: (string | Uint8Array)[]) =>
  parts
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 24);

/** Each content keeps its own, so that what is no longer in it can be thrown away. */
export const cacheFolder = (): string => join('.cache/gallery', short(contentDir()).slice(0, 8));

/** Where the files of a picture are kept. @param bytes of the picture @returns the folder's name */
export const markOf = (bytes: Uint8Array): string => short(bytes, JSON.stringify([settings, sharp.versions]));

const made = new Map<string, Promise<Derivatives>>();

/**
 * @param folder of the artwork, with `picture.jpg` in it
 * @param cache where its files are kept
 * @returns what there is of it, made now when it was not there
 * @throws PictureUnusable when the picture cannot be read
 */
export function derivativesOf(folder: string, cache = cacheFolder()): Promise<Derivatives> {
  const key = `${cache} ${folder}`;
  const known = made.get(key);
  if (known) return known;
  const promise = make(folder, cache);
  made.set(key, promise);
  return promise;
}

async function make(artwork: string, cache: string): Promise<Derivatives> {
  const id = basename(artwork);
  const bytes = await originalOf(id, artwork);
  const folder = join(cache, markOf(bytes));
  const whole = join(folder, 'ok.json');
  if (existsSync(whole)) return { ...(JSON.parse(await readFile(whole, 'utf8')) as Derivatives), folder };
  return inTurn(() => render(id, bytes, folder));
}

const waiting: (() => void)[] = [];
let running = 0;
/** At most `atOnce` at a time, so that memory stays small. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function render(id: string, bytes: Uint8Array, folder: string): Promise<Derivatives> {
  const fresh = `${folder}.${randomUUID()}`;
  try {
    await mkdir(join(fresh, 'pictures'), { recursive: true });
    // Decoded once; all else is made from these pixels.
    const { data, info } = await opened(bytes, longestSide).raw().toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    const pixels = { data, width, height, channels: info.channels };
    const tiles = await writeTiles(pixels, join(fresh, 'tiles'));
    const pictures = await writePictures(pixels, join(fresh, 'pictures'));
    const result: Derivatives = { width, height, folder, pictures, tiles };
    await writeFile(join(fresh, 'ok.json'), JSON.stringify(result));
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
    return result;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw unusable(id, 'read', error);
  }
}
