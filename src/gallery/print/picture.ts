/**
 * An artwork for paper: one JPEG, large enough for a sheet of A4 at 260 dots an inch, and nothing of the original's metadata in it.
 * Colours keep their full sharpness (4:4:4), since red letters on blue would fray.
 */
import sharp from 'sharp';
import { opened, unusable } from '../original.ts';

export const printSettings = {
  longestSide: 2600,
  jpeg: { quality: 86, chromaSubsampling: '4:4:4' },
  /** On the poster with all values, where each is a tenth of a sheet. */
  smallSide: 1100,
} as const;

export interface PrintPicture {
  bytes: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
}

/** @param original bytes of the artwork's picture @throws PictureUnusable when they are damaged, with a sentence that says what to do */
export async function pictureForPrint(id: string, original: Uint8Array): Promise<Uint8Array> {
  try {
    const { longestSide, jpeg } = printSettings;
    return await opened(original, longestSide).jpeg(jpeg).toBuffer();
  } catch (error) {
    throw unusable(id, 'printed', error);
  }
}

/** @param bytes of a JPEG of ours */
export async function sized(bytes: Uint8Array): Promise<PrintPicture> {
  const { width, height } = await sharp(bytes).metadata();
  return { bytes, width, height };
}

/** The same picture, small enough to stand beside others. */
export async function smallPicture(bytes: Uint8Array): Promise<PrintPicture> {
  const { smallSide, jpeg } = printSettings;
  const { data, info } = await sharp(bytes)
    .resize({ width: smallSide, height: smallSide, fit: 'inside', withoutEnlargement: true })
    .jpeg(jpeg)
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** The largest place inside of another one that has the shape of a picture, in its middle. */
export function inside(
  picture: { width: number; height: number },
  room: { x: number; y: number; width: number; height: number },
): { x: number; y: number; width: number; height: number } {
  const scale = Math.min(room.width / picture.width, room.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}
