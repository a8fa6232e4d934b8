/** The picture that other sites show of a page that is passed on: its words and its shape are whole. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { filesLike, pathOf } from './files.ts';

const [width, height] = [1200, 630];
/** Pixels at each edge in which nothing stands: what reaches into them is cut off, or would be where a site rounds the corners. */
const margin = 40;

/** @returns whether a part of the picture has one colour */
async function isPlain(file: string, left: number, top: number, wide: number, high: number): Promise<boolean> {
  // Statistics are those of a whole picture, so the part becomes one first.
  const part = await sharp(pathOf(file)).removeAlpha().extract({ left, top, width: wide, height: high }).png().toBuffer();
  const { channels } = await sharp(part).stats();
  return channels.every(({ min, max }) => min === max);
}

test(`every social picture is ${width} × ${height} and has nothing within ${margin} pixels of its edges`, async () => {
  const files = filesLike(/(^|\/)social\/.*\.png$/);
  expect(files.length).toBeGreaterThan(0);
  const cut: string[] = [];
  for (const file of files) {
    const found = await sharp(pathOf(file)).metadata();
    expect([found.width, found.height], file).toEqual([width, height]);
    const edges = [
      isPlain(file, 0, 0, width, margin),
      isPlain(file, 0, height - margin, width, margin),
      isPlain(file, 0, 0, margin, height),
      isPlain(file, width - margin, 0, margin, height),
    ];
    if ((await Promise.all(edges)).includes(false)) cut.push(file);
  }
  expect(cut, 'something reaches the edge').toEqual([]);
});
