/** A QR code as a drawing: black on white whatever the colours around it, with the quiet edge of four modules that ISO/IEC 18004 asks for. */
import { encode } from 'uqr';

const quiet = 4;

/** Each row's black runs as one path, since a square for each module is ten times as long. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      [
        ...row
          .map((black) => (black ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('');

/** @param text what a phone reads, as an absolute address @returns an SVG document */
export function qrDrawing(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: quiet });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${pathOf(data)}"/></svg>\n`;
}
