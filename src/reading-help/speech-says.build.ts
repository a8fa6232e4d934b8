/** At a build: how the words of the glossary are said, for the voice. Only what a voice would not say right by rule. */
import { sayer, type Says } from './speech-saying.ts';

/** What a word's own file tells of it. */
interface Named {
  word?: unknown;
  otherNames?: unknown;
  say?: unknown;
}

/**
 * @param words what stands in the files of `content/words/`
 * @returns what is shown, and how it is said: words with a `say`, and their other spellings in capitals
 */
export function saysOf(words: readonly (Named | null)[]): Says {
  const byRule = sayer({});
  const says: Record<string, string> = {};
  for (const { word, say, otherNames } of words.map((named) => named ?? {})) {
    if (typeof word !== 'string' || typeof say !== 'string') continue;
    const spellings = Array.isArray(otherNames) ? otherNames.filter((name) => sameLetters(name, word)) : [];
    for (const shown of [word, ...spellings]) if (byRule(shown).said !== say && shown !== say) says[shown] = say;
  }
  return says;
}

const sameLetters = (name: unknown, word: string) =>
  typeof name === 'string' && name.toLowerCase().replaceAll(' ', '-') === word.toLowerCase().replaceAll(' ', '-');
