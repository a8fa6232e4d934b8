/** How many syllables a word has, worked out once for each word: a site says the same few thousand words again and again. */
import { syllable } from 'syllable';

const known = new Map<string, number>();

/** @param word one word, in any case @returns its syllables, by the spelling */
export function syllablesIn(word: string): number {
  const count = known.get(word) ?? syllable(word);
  known.set(word, count);
  return count;
}
