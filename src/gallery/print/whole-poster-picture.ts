/** The poster with all values as one picture. Its letters are outlines: it brings no fonts along and needs none. */
import sharp from 'sharp';
import { spaceOf } from '../../components/cut-paper.ts';
import type { Text } from '../../components/sheet.ts';
import { outlineOf } from '../../styles/letters-line.ts';
import type { PrintedSite } from './facts.ts';
import { sheetSize, wholePoster, type Piece, type Shown } from './whole-poster.ts';

export const pictureSettings = { longSide: 3600, jpeg: { quality: 84, chromaSubsampling: '4:4:4' } } as const;
const scale = pictureSettings.longSide / sheetSize.width;

const outlines = ({ lines, size, x, y, weight, colour, step = 1.2 }: Text) =>
  lines.map((line, index) => `<path fill="${colour}" d="${outlineOf(line, weight, size, x, y + size * (step * index + 0.95))}"/>`).join('');

/** A piece as SVG; pictures are laid over the whole later. */
function markup(piece: Piece): string {
  if (piece.kind === 'path') return `<path fill="${piece.colour}" d="${piece.data}"/>`;
  if (piece.kind === 'text') return outlines(piece.text);
  if (piece.kind === 'picture') return '';
  const [left, top, width, height] = spaceOf(piece.shape);
  const { x, y, size, turn = 0 } = piece;
  const move = `translate(${x} ${y}) rotate(${turn} ${size / 2} ${size / 2}) scale(${size / Math.max(width, height)}) translate(${-left} ${-top})`;
  return `<g fill="${piece.colour}" transform="${move}">${piece.shape.paths}</g>`;
}

/** @param shown the artworks that may be printed @returns a JPEG without metadata */
export async function wholePosterPicture(site: PrintedSite, shown: readonly Shown[]): Promise<Uint8Array> {
  const pieces = wholePoster(site, shown);
  const { width, height } = sheetSize;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${pieces.map(markup).join('')}</svg>`;
  const pictures = await Promise.all(
    pieces.flatMap((piece) => {
      if (piece.kind !== 'picture') return [];
      const { x, y, width: w, height: h } = piece.place;
      const box = { width: Math.round(w * scale), height: Math.round(h * scale), fit: 'fill' } as const;
      return sharp(piece.picture.bytes)
        .resize(box)
        .toBuffer()
        .then((input) => ({ input, left: Math.round(x * scale), top: Math.round(y * scale) }));
    }),
  );
  return sharp(Buffer.from(svg), { unlimited: true })
    .composite(pictures)
    .flatten({ background: '#fffdf8' })
    .jpeg(pictureSettings.jpeg)
    .toBuffer();
}
