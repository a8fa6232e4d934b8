/**
 * Tiles as IIIF Image API 3 asks for at level 0 (https://iiif.io/api/image/3.0/compliance/), by libvips, with what it leaves out:
 * `full/max`, a file for each of `sizes`, and the width of 90 pixels that Universal Viewer asks for whatever it is told.
 * `info.json` is not here: it holds the site's address, and these files do not depend on it.
 */
import { globSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pictureOf, type Pixels } from './pixels.ts';

/** Sides in pixels. 512 is a quarter of the files of 256 for the same bytes. */
export const tileSettings = { tileSize: 512, maxSide: 2400, alias: 90, jpeg: { quality: 80 }, version: 1 } as const;

export interface Size {
  width: number;
  height: number;
}

export interface Tiles {
  tileSize: number;
  /** 1 is the whole size; 2 is half of it … */
  scaleFactors: number[];
  /** Sizes of the whole picture, smallest first, each with a file of its own. */
  sizes: Size[];
  /** No side of "max" is larger; its file has just this size. */
  maxWidth: number;
  maxHeight: number;
  /** All files, as they stand below the image's address. */
  files: string[];
}

/** Halves of the whole, rounded up as the standard's tiles are, no larger than the largest and no smaller than a thumbnail. */
function halves({ width, height }: Size): Size[] {
  const sizes: Size[] = [];
  for (let factor = 1; Math.max(width, height) / factor >= 128; factor *= 2)
    sizes.unshift({ width: Math.ceil(width / factor), height: Math.ceil(height / factor) });
  return sizes.filter((size) => Math.max(size.width, size.height) <= tileSettings.maxSide);
}

/** @param folder where they are written: it must not exist @returns what was written */
export async function writeTiles(pixels: Pixels, folder: string): Promise<Tiles> {
  const { tileSize, maxSide, alias, jpeg } = tileSettings;
  const { width, height } = pixels;
  await pictureOf(pixels).jpeg(jpeg).tile({ size: tileSize, layout: 'iiif3', id: 'https://example.org' }).toFile(folder);
  const { tiles } = JSON.parse(await readFile(join(folder, 'info.json'), 'utf8')) as { tiles: { scaleFactors: number[] }[] };
  await Promise.all(['info.json', 'vips-properties.xml'].map((file) => rm(join(folder, file), { force: true })));
  const max = scaled(pixels, Math.min(1, maxSide / Math.max(width, height)));
  const sizes = halves(pixels);
  const write = async (name: string, size: Size) => {
    const path = join(folder, 'full', name, '0', 'default.jpg');
    await mkdir(dirname(path), { recursive: true });
    await pictureOf(pixels)
      .resize({ ...size, fit: 'fill' })
      .jpeg(jpeg)
      .toFile(path);
  };
  await write('max', max);
  for (const size of sizes) await write(`${size.width},${size.height}`, size);
  await write(`${alias},`, { width: alias, height: Math.max(1, Math.round((height / width) * alias)) });
  return {
    ...{ tileSize, scaleFactors: tiles[0]!.scaleFactors, sizes, maxWidth: max.width, maxHeight: max.height },
    files: globSync('**/default.jpg', { cwd: folder }).sort(),
  };
}

const scaled = ({ width, height }: Size, by: number): Size => ({ width: Math.round(width * by), height: Math.round(height * by) });
