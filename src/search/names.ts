/** What search knows of names, made by the build from the glossary and from the titles of pages. */
import type { Reading } from '../readings/reading.ts';
import type { Word } from '../words/word.schema.ts';
import { wordsOf, type Names } from './question.ts';

/** Shorter words are typed rightly, or mean too many things. */
const shortest = 4;

/**
 * @param words the glossary by its slugs
 * @param titles the titles of all pages, and the other names that families use for them
 * @returns what is published as `/search/names.json` of a reading
 */
export function namesFor(
  words: Iterable<readonly [slug: string, word: Pick<Word, 'word' | 'meaning' | 'easyMeaning' | 'otherNames'>]>,
  titles: readonly string[],
  reading: Reading,
): Names {
  const glossary = [...words];
  const spelling = [...titles, ...glossary.flatMap(([, { word, otherNames }]) => [word, ...otherNames])]
    .flatMap((text) => wordsOf(text).flatMap((word) => [word, ...word.split('-')]))
    .filter((word) => word.length >= shortest && !/\d/.test(word));
  return {
    words: glossary.map(([slug, { word, meaning, easyMeaning, otherNames }]) => [
      `/words/${slug}/`,
      word,
      reading === 'easy-read' ? easyMeaning : meaning,
      ...otherNames,
    ]),
    spelling: [...new Set(spelling)].sort().join(' '),
  };
}
