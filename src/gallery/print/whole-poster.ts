/**
 * The poster with all values of the pledge, each with its artwork: what stands where. It is drawn twice, as a PDF and as a picture, so
 * here it is a list of pieces. A value whose artwork may not be printed, or that has none, keeps its card and its cut-paper shape.
 */
import { cutPiece, type CutShape } from '../../components/cut-paper.ts';
import { heightOf, set, type Place, type Text } from '../../components/sheet.ts';
import { coloursOf } from '../../styles/hues.ts';
import type { Mark, PrintedArtwork, PrintedSite } from './facts.ts';
import type { PrintPicture } from './picture.ts';
import { printWords } from './print-words.ts';
import { hang, type Hung } from './wall.ts';

/** A3, landscape, in points; it fits a sheet of A4 too. */
export const sheetSize = { width: 1190.55, height: 841.89 };
const margin = 40;
const [header, foot] = [134, 44];
const paper = '#fffdf8';

export type Piece =
  | { kind: 'path'; data: string; colour: string }
  | { kind: 'shape'; shape: CutShape; x: number; y: number; size: number; colour: string; turn?: number }
  | { kind: 'text'; tag: 'H1' | 'H2' | 'P'; text: Text }
  | { kind: 'picture'; picture: PrintPicture; alt: string; place: Place };

export interface Shown {
  artwork: PrintedArtwork;
  picture: PrintPicture;
}

function ground({ pledge, values }: PrintedSite): Piece[] {
  const { width, height } = sheetSize;
  const { tint, bright } = coloursOf(pledge.hue);
  const step = width / Math.max(1, values.length);
  return [
    { kind: 'path', data: `M0 0H${width}V${height}H0z`, colour: paper },
    { kind: 'path', data: `M${width - 330} 0q-24 84 60 126t200 34q44-2 70-16V0z`, colour: tint },
    { kind: 'shape', shape: pledge.shape, x: width - 186, y: 8, size: 116, colour: bright, turn: 6 },
    // Each piece of the strip is cut a little unevenly, as with scissors.
    ...values.map((value, index): Piece => {
      const [left, right, top] = [step * index, step * (index + 1), height - 12 - ((index * 5) % 7)];
      return {
        kind: 'path',
        data: `M${left} ${height}V${top}L${right} ${height - 14 - ((index * 3) % 7)}V${height}z`,
        colour: coloursOf(value.hue).bright,
      };
    }),
  ];
}

/** The shape and the name below a picture: on one line where the card is low, with the largest letters that all names can have. */
function named(value: Mark, { name: box }: Hung, { size, shape }: Sizes): Piece[] {
  const { bright, deep } = coloursOf(value.hue);
  const [x, width] = [box.x + shape + 10, box.width - shape - 10];
  const text = set(value.name, { x, y: 0, width, weight: 700, largest: size, smallest: 5, lines: linesIn(box) }, deep);
  return [
    { kind: 'shape', shape: value.shape, x: box.x, y: box.y + (box.height - shape) / 2, size: shape, colour: bright },
    { kind: 'text', tag: 'H2', text: { ...text, y: box.y + (box.height - heightOf(text)) / 2 } },
  ];
}
const linesIn = (box: Place) => (size: number) => Math.max(1, Math.floor((box.height - 8) / (size * 1.2)));

interface Sizes {
  /** Of the letters of all names. */
  size: number;
  /** Of the shapes beside them. */
  shape: number;
}

function sizesFor(values: readonly Mark[], hung: Hung[]): Sizes {
  const shape = Math.min(72, ...hung.map(({ name: { width, height } }) => Math.min(height - 20, width * 0.3)));
  const sizes = values.map(({ name }, index) => {
    const box = hung[index]!.name;
    const room = { x: 0, y: 0, width: box.width - shape - 10, weight: 700 as const, largest: 32, smallest: 5 };
    return set(name, { ...room, lines: linesIn(box) }).size;
  });
  return { shape, size: Math.min(...sizes) };
}

/** One card: the picture on the tint of its value; without one, the shape of the value, cut large. */
function card(value: Mark, shown: Shown | undefined, hung: Hung, index: number, sizes: Sizes): Piece[] {
  const { tint, bright } = coloursOf(value.hue);
  const { width, height } = hung.picture;
  const large = Math.min(width, height) * 0.7;
  return [
    { kind: 'path', data: cutPiece(hung.card, index + 1, 5), colour: tint },
    ...named(value, hung, sizes),
    shown
      ? { kind: 'picture', picture: shown.picture, alt: shown.artwork.alt, place: hung.picture }
      : {
          kind: 'shape',
          shape: value.shape,
          x: hung.picture.x + (width - large) / 2,
          y: hung.picture.y + (height - large) / 2,
          size: large,
          colour: bright,
        },
  ];
}

/** What a picture that travels must say of itself. */
const creditOfAll = (shown: readonly Shown[]): string => {
  const count = shown.filter(({ artwork }) => artwork.standIn).length;
  if (count === 0) return printWords.byYoungPeople;
  return count === shown.length ? printWords.standInsAll : printWords.standIns;
};

/** @param shown the artwork of each value that may be printed @returns what stands on the sheet, in the order of reading */
export function wholePoster(site: PrintedSite, shown: readonly Shown[]): Piece[] {
  const { width, height } = sheetSize;
  const { pledge, values } = site;
  const ofValue = values.map((value) => shown.find(({ artwork }) => artwork.value.name === value.name));
  const wall = { x: margin, y: header, width: width - 2 * margin, height: height - header - foot - 12 };
  const hung = hang(
    ofValue.map((one) => (one ? one.picture.width / one.picture.height : 0.8)),
    wall,
  );
  const words = { x: margin, width: width - 2 * margin - 330 };
  const title = set(pledge.name, { ...words, y: 22, weight: 700, largest: 66, smallest: 20 }, coloursOf(pledge.hue).deep);
  const below = set(`${site.name}, ${site.place}`, { ...words, y: 22 + heightOf(title) + 2, weight: 400, largest: 19, smallest: 8 });
  const sizes = sizesFor(values, hung);
  return [
    ...ground(site),
    { kind: 'text', tag: 'H1', text: title },
    { kind: 'text', tag: 'P', text: below },
    ...values.flatMap((value, index) => card(value, ofValue[index], hung[index]!, index, sizes)),
    { kind: 'text', tag: 'P', text: set(creditOfAll(shown), { ...words, y: height - foot, weight: 400, largest: 13, smallest: 6 }) },
  ];
}
