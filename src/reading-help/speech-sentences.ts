/** Where sentences begin and end, and where a long one can be cut. One utterance is one sentence: long ones fall silent in some browsers. */
import type { Span } from './speech-saying.ts';

/** After these a full stop ends no sentence. */
const shortForm = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|e\.g|i\.e)\.\s*$/;

/** @returns each sentence of a block of words, without the space around it; what holds no letter and no figure is none */
export function sentenceSpans(text: string): Span[] {
  const spans: [number, number][] = [];
  for (const [from, to] of rough(text)) {
    const before = spans.at(-1);
    if (before && shortForm.test(text.slice(...before))) before[1] = to;
    else spans.push([from, to]);
  }
  return spans.map(([from, to]) => trimmed(text, from, to)).filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

/** Firefox before 2024 has no Segmenter; there a full stop and a space end a sentence. */
function rough(text: string): Span[] {
  const pieces =
    typeof Intl === 'object' && 'Segmenter' in Intl
      ? [...new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment)
      : (text.match(/.+?(?:[.?!]+["”’)]*\s+|$)/gs) ?? []);
  let at = 0;
  return pieces.map((piece) => [at, (at += piece.length)]);
}

function trimmed(text: string, from: number, to: number): Span {
  const words = text.slice(from, to);
  return [from + words.length - words.trimStart().length, to - (words.length - words.trimEnd().length)];
}

/**
 * A long sentence in parts that a voice can finish, cut after a comma where there is one, else between words.
 * @param most the most letters of a part
 */
export function partsOf(said: string, most: number): Span[] {
  const parts: Span[] = [];
  let from = 0;
  while (said.length - from > most) {
    const piece = said.slice(from, from + most);
    const cut = Math.max(piece.lastIndexOf(', ') + 1, piece.lastIndexOf('; ') + 1, piece.lastIndexOf(': ') + 1);
    const end = cut > most / 3 ? cut : piece.lastIndexOf(' ');
    if (end <= 0) break;
    parts.push([from, from + end]);
    from += end;
  }
  return [...parts, [from, said.length]];
}
