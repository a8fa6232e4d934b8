/** Splits text into sentences and words, and knows on which line of its file a sentence begins. */

/** A text and the line of the file on which it begins. */
export interface PlacedText {
  line: number;
  text: string;
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
/** The full stop of "No. 2" or "Dr. Smith" ends no sentence; another sign of the same length stands in for it. */
const inName = /(?<=\b(?:No(?=\. \d)|Mr|Mrs|Ms|Dr|Prof))\.(?= )/g;
const standIn = '\uE000';
const segmentsOf = (text: string) =>
  [...segmenter.segment(text.replace(inName, standIn))].map(({ segment, index }) => ({ segment: segment.replaceAll(standIn, '.'), index }));
const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);

/**
 * Splits text into sentences. A line break ends a sentence, as an author writes one sentence to a line.
 * @param text plain text, no markup
 * @returns the sentences, trimmed, none empty
 */
export function sentencesOf(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => segmentsOf(line).map(({ segment }) => segment.trim()))
    .filter(hasWords);
}

/**
 * The sentences of one paragraph, each with its own line. A line that ends no sentence goes on in the next one, so that a long
 * sentence stays long however its author broke it.
 * @param paragraph plain text, in which each line break is one of the file
 */
export function placedSentences({ line, text }: PlacedText): PlacedText[] {
  // Each letter keeps its place, so that a place in one text is a place in the other.
  const joined = text.replace(/(?<=[^.?!:\s][^\S\n]*)\n/g, ' ');
  const found: PlacedText[] = [];
  let start = 0;
  for (const part of joined.split('\n')) {
    for (const { segment, index } of segmentsOf(part)) {
      if (!hasWords(segment)) continue;
      const at = start + index + segment.search(/\S/);
      found.push({ line: line + text.slice(0, at).split('\n').length - 1, text: segment.trim() });
    }
    start += part.length + 1;
  }
  return found;
}

/** The words of a text; a telephone number or a number with commas is one word. */
export function wordsOf(text: string): string[] {
  return text.match(/\d[\d\s,.:]*\d|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The mean number of words in a sentence; 0 for no text. */
export function meanWords(sentences: readonly string[]): number {
  if (sentences.length === 0) return 0;
  return totalWords(sentences) / sentences.length;
}

/** How many words all sentences have together. */
export const totalWords = (sentences: readonly string[]) => sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0);
