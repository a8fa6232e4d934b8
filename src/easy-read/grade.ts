/** How hard a page is to read, as a school grade. */
import { syllablesIn } from './syllables.ts';
import { withoutKnown } from './known-words.ts';
import { wordsOf } from './sentences.ts';

/**
 * The Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * @param sentences the sentences of one page
 * @param known names and explained words, which are left out of the count; so are numbers
 * @returns a US school grade; 0 for no text
 */
export function gradeOf(sentences: readonly string[], known: readonly string[] = []): number {
  const counted = sentences
    .map((sentence) => wordsOf(withoutKnown(sentence, known)).filter((word) => !/\d/.test(word)))
    .filter((words) => words.length > 0);
  const words = counted.flat();
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / counted.length) + 11.8 * (syllables / words.length) - 15.59;
}
