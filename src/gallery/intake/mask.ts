/** Boxes of a scan that nobody may see: a name, a school or a class that is written on the paper. */
import { refuse } from './refusal.ts';

/** From the left, from the top, width and height, in pixels of the scan as it is seen upright. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/**
 * How far around a box the pixels go too. JPEG draws in blocks of 8 by 8, and of 16 by 16 for colours, so that ink leaves a shade
 * in its block beside the letters.
 */
export const around = 16;

/** @param text as "100,200,300,80" @throws Refusal when it is no box */
export function readBox(text: string): Box {
  const numbers = text
    .trim()
    .split(/[\s,;]+/)
    .map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : Number.NaN));
  const [x, y, width, height] = numbers;
  if (numbers.length !== 4 || numbers.some(Number.isNaN) || !width || !height)
    return refuse(
      `"${text.trim()}" is no box. Write four whole numbers of pixels: from the left, from the top, width, height, as 100,200,300,80.`,
    );
  return [x!, y!, width, height];
}

/** @throws Refusal when a box is not wholly on the picture, or leaves next to nothing of it */
export function checkBoxes(boxes: readonly Box[], width: number, height: number): void {
  for (const [x, y, w, h] of boxes) {
    if (x + w > width || y + h > height)
      refuse(
        `The box ${[x, y, w, h].join(',')} does not lie on the picture, which is ${width} × ${height} pixels. Measure it again on the picture as it is seen upright.`,
      );
    if (w * h > (width * height) / 2)
      refuse(
        `The box ${[x, y, w, h].join(',')} covers more than half of the picture. Cover the name alone, or scan the picture without it.`,
      );
  }
}

/** Pixels of 3 channels, one byte each. */
interface Rows {
  data: Buffer;
  width: number;
  height: number;
}

/** Paints the boxes in the mean colour of what stands around them, so that they do not shout; the pixels under them are gone. */
export function cover(rows: Rows, boxes: readonly Box[]): void {
  for (const [x, y, w, h] of boxes) {
    const [left, top] = [Math.max(0, x - around), Math.max(0, y - around)];
    const [right, bottom] = [Math.min(rows.width, x + w + around), Math.min(rows.height, y + h + around)];
    const colour = Buffer.from(colourAround(rows, left, top, right, bottom));
    const line = Buffer.alloc((right - left) * 3, colour);
    for (let row = top; row < bottom; row += 1) line.copy(rows.data, (row * rows.width + left) * 3);
  }
}

/** The mean of the pixels one step outside; white where the box has no outside. */
function colourAround({ data, width, height }: Rows, left: number, top: number, right: number, bottom: number): number[] {
  const sum = [0, 0, 0];
  let count = 0;
  const add = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    for (const channel of [0, 1, 2]) sum[channel]! += data[(y * width + x) * 3 + channel]!;
    count += 1;
  };
  for (let x = left; x < right; x += 1) [top - 1, bottom].forEach((y) => add(x, y));
  for (let y = top; y < bottom; y += 1) [left - 1, right].forEach((x) => add(x, y));
  return count === 0 ? [255, 255, 255] : sum.map((all) => Math.round(all / count));
}
