/** Whether the picture of an artwork is the cleaned one that intake makes, and no scan that somebody put there by hand. */
import sharp from 'sharp';
import { longestSide } from '../original.ts';
import { jpegParts, kindOf } from './jpeg-segments.ts';

/** The sides of the picture in the project, in pixels: enough for a sheet of A4 in print, and no original. */
export const masterSide = { least: 1200, most: longestSide } as const;
const again = 'Make it with "npm run gallery -- add" and the scan.';

/**
 * @param bytes of picture.jpg
 * @returns what is wrong, each as a sentence without its subject ("holds EXIF …"); none when it can be shown
 */
export async function masterProblems(bytes: Uint8Array): Promise<string[]> {
  const parts = jpegParts(bytes);
  if (!parts) return [`is no JPEG picture, whatever its name says. ${again}`];
  const kinds = [...new Set(parts.segments.map(kindOf).filter((kind) => kind !== undefined))];
  const problems = kinds.map((kind) => `holds ${kind}, which can say who made it, where and when. ${again}`);
  if (parts.after > 0) problems.push(`has ${parts.after} bytes after the end of the picture, which may hold anything. ${again}`);
  try {
    const picture = sharp(bytes, { failOn: 'warning', limitInputPixels: masterSide.most ** 2 });
    const { width, height, space } = await picture.metadata();
    const long = Math.max(width, height);
    if (long > masterSide.most) problems.push(`is ${width} × ${height} pixels. No side may be longer than ${masterSide.most}. ${again}`);
    if (long < masterSide.least) problems.push(`is ${width} × ${height} pixels. Its longer side needs ${masterSide.least}. ${again}`);
    if (space !== 'srgb') problems.push(`has its colours as "${space}", and browsers want sRGB. ${again}`);
    // Read to its end, where a file that was cut short is found; drawn small, since that is five times as quick.
    if (long <= masterSide.most) await picture.resize(64, 64, { fit: 'inside' }).raw().toBuffer();
  } catch {
    problems.push(`cannot be read as a picture: it is damaged, or was not copied to its end. ${again}`);
  }
  return problems;
}
