/** The picture of an artwork as the content has it: how it is opened, and what is said when it cannot be. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** No side of what is published is longer, in pixels: enough for a sheet of A4, and no original. */
export const longestSide = 4096;
/** A scan of A3 at 600 dots an inch is 70 million. More is a mistake, or made to fill the memory. */
export const mostPixels = 150_000_000;
/** What sharp reads with; `failOn` must not be lower, or a damaged middle passes. */
export const strict = { failOn: 'warning', limitInputPixels: mostPixels } as const;

/** A picture that cannot be used; its message says which, why, and what to do. */
export class PictureUnusable extends Error {}

/** The artwork's own picture. @param folder of the artwork @throws PictureUnusable when it is not there */
export const originalOf = (id: string, folder: string): Promise<Uint8Array> =>
  readFile(join(folder, 'picture.jpg')).catch(() => {
    throw new PictureUnusable(`The artwork ${id} has no picture.jpg. Put the one in that "npm run gallery -- add" made.`);
  });

/** Upright, in sRGB, on white. @param bytes of a picture @param side that no side is longer than, in pixels */
export const opened = (bytes: Uint8Array, side: number): Sharp =>
  sharp(bytes, strict)
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');

/** @param what it was wanted for, as "read" @param error of sharp @returns the same as a sentence that says what to do */
export const unusable = (id: string, what: 'read' | 'printed', error: unknown): PictureUnusable =>
  new PictureUnusable(
    `The picture of the artwork ${id} cannot be ${what}: ${(error as Error).message.split('\n')[0]}. Make it again from the scan with "npm run gallery -- add".`,
    { cause: error },
  );
