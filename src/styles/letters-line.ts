/**
 * One line of letters, in the order in which they stand on paper: Hebrew and Arabic run from right to left, also inside an
 * English line. It follows the Unicode bidirectional algorithm as far as a name needs it: no embeddings, no isolates.
 */
import { faceFor, lettersOf, type Face, type Weight } from './letters.ts';

/** A piece that one face writes in one direction. */
export interface Piece {
  text: string;
  face: Face;
}

type Direction = 'left' | 'right';
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const mirrored: Record<string, string> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};

/** Figures run from left to right in every script; spaces and signs have no direction of their own. */
function strong(letter: string): Direction | undefined {
  if (/^\p{Nd}/u.test(letter)) return 'left';
  if (rightToLeft.test(letter)) return 'right';
  return /\p{L}/u.test(letter) ? 'left' : undefined;
}

/** What has no direction takes that of both its neighbours, or that of the line. */
function directionsOf(letters: string[], line: Direction): Direction[] {
  const own = letters.map(strong);
  const next: Direction[] = [];
  let after = line;
  for (let at = own.length - 1; at >= 0; at -= 1) next[at] = after = own[at] ?? after;
  let before = line;
  return own.map((direction, at) => {
    if (direction) return (before = direction);
    return next[at] === before ? before : line;
  });
}

/** Neighbours that agree, as [first, behind the last]. */
function stretches(length: number, same: (at: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < length; at += 1) {
    const last = found.at(-1);
    if (last && same(at)) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return found;
}

/** fontkit turns round a piece that holds Hebrew or Arabic; signs that stand alone in such a stretch are turned here. */
function piecesOf(letters: string[], direction: Direction, weight: Weight): Piece[] {
  const set = letters.flatMap((letter) => faceFor(direction === 'right' ? (mirrored[letter] ?? letter) : letter, weight) ?? []);
  const pieces = stretches(set.length, (at) => set[at]!.face === set[at - 1]!.face).map(([first, end]) => {
    const part = set.slice(first, end).map(({ letter }) => letter);
    if (direction === 'right' && !part.some((letter) => rightToLeft.test(letter))) part.reverse();
    return { text: part.join(''), face: set[first]!.face };
  });
  return direction === 'right' ? pieces.reverse() : pieces;
}

/**
 * @param text what `drawable` gave; a letter that no face has is left out
 * @returns the pieces from left to right, as they are drawn
 */
export function lineOf(text: string, weight: Weight): Piece[] {
  const letters = lettersOf(text);
  const line = letters.map(strong).find(Boolean) ?? 'left';
  const directions = directionsOf(letters, line);
  const runs = stretches(letters.length, (at) => directions[at] === directions[at - 1]).map(([first, end]) =>
    piecesOf(letters.slice(first, end), directions[first]!, weight),
  );
  return (line === 'right' ? runs.reverse() : runs).flat();
}

/** @returns the width of a line in letters of size 1 */
export function widthOf(text: string, weight: Weight): number {
  return lineOf(text, weight).reduce(
    (sum, { text: part, face }) => sum + face.font.layout(part, face.features).advanceWidth / face.font.unitsPerEm,
    0,
  );
}

/**
 * A line as the outline of its letters, for a picture that brings no fonts along.
 * @param y where the letters stand
 * @returns path data
 */
export function outlineOf(text: string, weight: Weight, size: number, x: number, y: number): string {
  let at = x;
  return lineOf(text, weight)
    .flatMap(({ text: part, face }) => {
      const scale = size / face.font.unitsPerEm;
      const { glyphs, positions } = face.font.layout(part, face.features);
      return glyphs.map(({ path }, index) => {
        const { xAdvance, xOffset, yOffset } = positions[index]!;
        const drawn = path.transform(scale, 0, 0, -scale, at + xOffset * scale, y - yOffset * scale).toSVG();
        at += xAdvance * scale;
        return drawn;
      });
    })
    .join('');
}
