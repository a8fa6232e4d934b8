/**
 * Which widths of its pictures an embed page offers. Somebody else's page pays for what a frame loads, and its readers may be on an old
 * phone, so all that one frame can load stays below 500 KB, with page and letters, on a sharp screen too.
 */
import type { PictureFile } from '../derivatives.ts';

/** In bytes, for the pictures of one frame. */
export const most = 420_000;

const widthOf = ({ file }: PictureFile) => Number(/^\d+(?=\.)/.exec(file)?.[0]);

/**
 * @param artworks the pictures of each artwork that the frame shows
 * @param type `avif` or `jpg`
 * @returns the files of each artwork: the widths of which all artworks together are small enough, and the smallest in any case
 */
export function framePictures(artworks: readonly (readonly PictureFile[])[], type: 'avif' | 'jpg'): PictureFile[][] {
  const files = artworks.map((pictures) => pictures.filter((one) => one.file.endsWith(`.${type}`) && widthOf(one) > 0));
  const widths = [...new Set(files.flat().map(widthOf))].sort((a, b) => a - b);
  const allOf = (width: number) => files.flat().filter((one) => widthOf(one) === width);
  const fits = widths.filter((width, index) => index === 0 || allOf(width).reduce((sum, { bytes }) => sum + bytes, 0) <= most);
  return files.map((one) => one.filter((file) => fits.includes(widthOf(file))).sort((a, b) => a.width - b.width));
}
