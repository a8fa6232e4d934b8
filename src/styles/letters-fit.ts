/** Fits a text of any length into a box: first as large as it can be, then smaller, then on more lines, and cut at the very last. */
import { lettersOf, type Weight } from './letters.ts';
import { widthOf } from './letters-line.ts';

export interface Box {
  weight: Weight;
  width: number;
  largest: number;
  smallest: number;
  /** How many lines of letters of this size it holds. */
  lines: (size: number) => number;
}

export interface Fitted {
  size: number;
  lines: string[];
}

interface Word {
  text: string;
  /** In letters of size 1. */
  width: number;
}

/** Sizes to try, each 4 % below the one before. */
function* sizes({ largest, smallest }: Box): Generator<number> {
  for (let size = largest; size > smallest; size *= 0.96) yield size;
  yield smallest;
}

/** Cuts a word that is longer than a line into parts that are not. Letters are added up one by one, which is quick and a little too wide. */
function parts(word: Word, most: number, weight: Weight): Word[] {
  if (word.width <= most) return [word];
  const cut: Word[] = [];
  for (const letter of lettersOf(word.text)) {
    const last = cut.at(-1);
    const width = widthOf(letter, weight);
    if (last && last.width + width <= most) Object.assign(last, { text: last.text + letter, width: last.width + width });
    else cut.push({ text: letter, width });
  }
  return cut;
}

function wrap(words: Word[], most: number, space: number): Word[] {
  const lines: Word[] = [];
  for (const { text, width } of words) {
    const last = lines.at(-1);
    if (last && last.width + space + width <= most)
      Object.assign(last, { text: `${last.text} ${text}`, width: last.width + space + width });
    else lines.push({ text, width });
  }
  return lines;
}

/** The narrowest lines that are no more of them: a last line with one word alone looks forgotten. */
function even(words: Word[], most: number, space: number): string[] {
  const count = wrap(words, most, space).length;
  let [low, high] = [Math.max(...words.map(({ width }) => width)), most];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (wrap(words, middle, space).length > count) low = middle;
    else high = middle;
  }
  return wrap(words, high, space).map(({ text }) => text);
}

/** The last line with an ellipsis, which stands for what is cut. */
function shortened(line: string, most: number, weight: Weight): string {
  const letters = lettersOf(line);
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, weight) > most) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/**
 * @param text what `drawable` gave
 * @returns the size and the lines; words are cut only when they do not fit in any other way
 */
export function fit(text: string, box: Box): Fitted {
  if (text === '') return { size: box.largest, lines: [] };
  const { weight, width } = box;
  const space = widthOf('a a', weight) - widthOf('aa', weight);
  const words = text.split(' ').map((word) => ({ text: word, width: widthOf(word, weight) }));
  const longest = Math.max(...words.map((word) => word.width));
  for (const size of sizes(box))
    if (longest * size <= width && wrap(words, width / size, space).length <= box.lines(size))
      return { size, lines: even(words, width / size, space) };
  let last: Fitted = { size: box.smallest, lines: [] };
  for (const size of sizes(box)) {
    const most = width / size;
    const lines = wrap(
      words.flatMap((word) => parts(word, most, weight)),
      most,
      space,
    ).map((line) => line.text);
    if (lines.length <= box.lines(size)) return { size, lines };
    last = { size, lines };
  }
  const kept = last.lines.slice(0, box.lines(last.size));
  const end = kept.pop() ?? '';
  return { size: last.size, lines: [...kept, shortened(end, width / last.size, weight)] };
}
