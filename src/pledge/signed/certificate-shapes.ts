/** The cut paper of a certificate: its ground, and a card for each value. */
import { drawShape } from '../../components/cut-paper.ts';
import { heightOf, set, type Sheet } from '../../components/sheet.ts';
import type { ShapeMarkup } from '../../readings/shapes.ts';
import { coloursOf } from '../../styles/hues.ts';

export interface Mark {
  /** On the OKLCH circle, 0 to 360. */
  hue: number;
  shape: ShapeMarkup;
}

const paper = '#fffdf8';
/** Left and right of all words. */
export const margin = 44;

/** The sheet's own paper, a wide cut of colour behind the pledge's shape, and a strip of the values' colours along the left edge. */
export function drawGround(sheet: Sheet, { hue, shape }: Mark, values: readonly Mark[]): void {
  const { tint, bright } = coloursOf(hue);
  const { width, height } = sheet;
  sheet.decoration((pdf) => {
    pdf.rect(0, 0, width, height).fill(paper);
    pdf.path(`M${width - 236} 0q-26 96 30 186t150 96q40 2 56-8V0z`).fill(tint);
    drawShape(pdf, shape, { x: width - 192, y: 34, size: 156, colour: bright, turn: 6 });
    const step = height / Math.max(1, values.length);
    values.forEach((value, index) => {
      // Each piece is cut a little unevenly, as with scissors.
      const [top, end] = [index * step, (index + 1) * step];
      pdf.path(`M0 ${top}H${12 + ((index * 5) % 7)}L${14 + ((index * 3) % 8)} ${end}H0z`).fill(coloursOf(value.hue).bright);
    });
  });
}

/** A grid of cards from `top` to `end`, one for each value, all in letters of one size. */
export function drawValues(sheet: Sheet, values: readonly (Mark & { title: string })[], top: number, end: number): void {
  const [gap, rows] = [8, Math.max(1, Math.ceil(values.length / 5))];
  const columns = Math.ceil(values.length / rows);
  const width = (sheet.width - 2 * margin - gap * (columns - 1)) / columns;
  const height = Math.min(84, (end - top - gap * (rows - 1)) / rows);
  const picture = Math.min(height - 18, width * 0.24);
  const room = { width: width - picture - 26, lines: (size: number) => Math.floor((height - 10) / (size * 1.2)) };
  const letters = { ...room, x: 0, y: 0, weight: 700 as const, largest: 17, smallest: 7 };
  const size = Math.min(...values.map(({ title }) => set(title, letters).size));
  const cards = values.map((value, index) => {
    const [x, y] = [margin + (index % columns) * (width + gap), top + Math.floor(index / columns) * (height + gap)];
    const text = set(value.title, { ...letters, largest: size });
    const placed = { ...text, x: x + picture + 19, y: y + (height - heightOf(text)) / 2 };
    return { ...value, x, y, text: placed };
  });
  sheet.decoration((pdf) => {
    cards.forEach(({ x, y, hue, shape }, index) => {
      const { tint, bright } = coloursOf(hue);
      const [a, b] = [(index * 3) % 5, (index * 7) % 6];
      pdf.path(
        `M${x} ${y + a * 0.6}L${x + width} ${y + b * 0.5}L${x + width - a * 0.5} ${y + height}L${x + b * 0.6} ${y + height - a * 0.4}z`,
      );
      pdf.fill(tint);
      drawShape(pdf, shape, { x: x + 11, y: y + (height - picture) / 2, size: picture, colour: bright });
    });
  });
  sheet.list(cards.map(({ text }) => text));
}
