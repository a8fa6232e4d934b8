/**
 * What is published of a picture of the dictionary: a drawing as it is, a photograph small and without what a camera writes into it
 * (where it was taken, when, by whom), and the proportions of both, so that a page keeps their place while they load.
 */
import sharp from 'sharp';

export interface PublishedPicture {
  bytes: Uint8Array;
  /** In pixels, or in the units of a drawing; only their proportion counts. */
  width: number;
  height: number;
}

/** The largest place of a picture is 11rem; three times that is enough for the sharpest screen. */
const longestSide = 576;
const reading = { failOn: 'warning', limitInputPixels: 100_000_000 } as const;

/**
 * @param bytes the file as its author put it there
 * @param file its name, whose ending says what it is
 * @throws Error in plain words when it cannot be read
 */
export async function publishedPicture(bytes: Uint8Array, file: string): Promise<PublishedPicture> {
  if (file.endsWith('.svg')) return { bytes, ...sizeOfDrawing(new TextDecoder().decode(bytes)) };
  try {
    // Turned as the camera was held, in colours that every screen has. Sharp writes no notes into a file unless it is asked to.
    const small = sharp(bytes, reading)
      .rotate()
      .toColourspace('srgb')
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true });
    const kept = file.endsWith('.png') ? small.png() : file.endsWith('.webp') ? small.webp({ quality: 82 }) : small.jpeg({ quality: 82 });
    const { data, info } = await kept.toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    throw new Error(`"${file}" cannot be read as a picture: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
}

/**
 * The proportions of a drawing, from its viewBox, else from its width and height.
 * @throws Error in plain words when it has neither
 */
export function sizeOfDrawing(svg: string): { width: number; height: number } {
  const [root = ''] = /<svg\b[^>]*>/.exec(svg) ?? [];
  const box = /\bviewBox\s*=\s*["']([^"']*)["']/
    .exec(root)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const side = (name: string) => Number.parseFloat(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(root)?.[1] ?? '');
  const [width, height] = box?.length === 4 ? [box[2]!, box[3]!] : [side('width'), side('height')];
  if (!(width > 0 && height > 0)) throw new Error('the drawing does not say how large it is: its <svg> needs a viewBox');
  return { width, height };
}

/** A picture within a square: the width and height in whole pixels at which its longer side is the square's. */
export function sizeWithin(square: number, { width, height }: { width: number; height: number }) {
  const scale = square / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
