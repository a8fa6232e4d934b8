/** Shapes cut from paper, drawn into a PDF. */

/** A shape as markup: nothing but paths. */
export interface CutShape {
  viewBox: string;
  paths: string;
}

/** A pebble, for what has no shape of its own. */
export const pebble: CutShape = {
  viewBox: '0 0 200 200',
  paths: '<path d="M24 96q-8 62 58 82 70 16 94-52 18-70-50-100-84-14-102 70z"/>',
};

/** The left, top, width and height of a shape's own space. */
export function spaceOf({ viewBox }: CutShape): [left: number, top: number, width: number, height: number] {
  const [left = 0, top = 0, width = 200, height = 200] = viewBox.split(/[\s,]+/).map(Number);
  return [left, top, width, height];
}

/** Draws a shape into a square. @param place in points; `turn` in degrees, clockwise */
export function drawShape(
  pdf: PDFKit.PDFDocument,
  shape: CutShape,
  place: { x: number; y: number; size: number; colour: string; turn?: number },
): void {
  const [left, top, width, height] = spaceOf(shape);
  const scale = place.size / Math.max(width, height);
  pdf.save().translate(place.x, place.y);
  if (place.turn) pdf.rotate(place.turn, { origin: [place.size / 2, place.size / 2] });
  pdf.scale(scale).translate(-left, -top);
  for (const [, attributes = ''] of shape.paths.matchAll(/<path\b([^>]*)>/g)) {
    const data = /\bd="([^"]*)"/.exec(attributes)?.[1];
    if (data) pdf.path(data).fill(place.colour, /fill-rule="evenodd"/.test(attributes) ? 'even-odd' : 'non-zero');
  }
  pdf.restore();
}

/**
 * A piece of paper that was cut by hand: four sides, none quite straight. The same index gives the same cut.
 * @returns path data
 */
export function cutPiece(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  index: number,
  most = 3,
): string {
  const [a, b] = [(((index * 3) % 5) / 5) * most, (((index * 7) % 6) / 6) * most];
  return `M${x} ${y + a}L${x + width} ${y + b * 0.8}L${x + width - a * 0.8} ${y + height}L${x + b} ${y + height - a * 0.7}z`;
}
