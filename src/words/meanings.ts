/** What all hard words mean, as one small file that a page fetches when its first hard word is opened. */
import { wordsFor } from '../readings/interface-words.ts';
import type { Word } from './word.schema.ts';

export interface Meanings {
  /** The words of the box that a meaning stands in; `{word}` stands for the hard word. */
  say: { more: string; close: string };
  /** By the slug of each word: the word as it stands in a sentence, and what it means. */
  words: Record<string, [word: string, meaning: string]>;
}

/**
 * @param words the glossary by its slugs
 * @returns what is published as `/words/meanings.json`; standard alone, since easy read prints its meanings
 */
export function meaningsOf(words: Iterable<readonly [slug: string, word: Pick<Word, 'word' | 'meaning'>]>): Meanings {
  const say = wordsFor('standard');
  return {
    say: { more: say('wordMore'), close: say('wordClose') },
    words: Object.fromEntries([...words].map(([slug, { word, meaning }]) => [slug, [word, meaning]])),
  };
}
