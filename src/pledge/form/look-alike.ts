/**
 * Names that look alike, so that staff see when someone signs under a name that looks like a school's and is another. Both only ever flag:
 * every script is welcome, and nothing is refused or changed for its letters.
 */
import { plainLetters } from './look-alike-letters.ts';

/** Longer than any field, so that no input takes long. */
const longest = 1000;

/** Accents and the like; not the vowel signs of Hindi or Tamil, which are letters to their readers, nor the marks of Japanese. */
const accents = /[[\p{Script=Inherited}&&\p{M}]--[\u3099\u309a]]/gv;

const plainOf = (letter: string): string =>
  plainLetters.get(letter) ??
  plainLetters.get(letter.toUpperCase()) ??
  // By way of the capital, so that ß is ss and all forms of a sigma are one.
  [...letter.toUpperCase().toLowerCase()].map((small) => plainLetters.get(small) ?? small).join('');

/**
 * What a name looks like, for comparing: two names with the same skeleton can be taken for each other. Never shown and never kept.
 * Width, case, accents, spaces, punctuation and look-alike letters and figures are folded (after Unicode Technical Standard 39).
 * @returns the name itself where it has neither letter nor figure
 */
export function skeleton(name: string): string {
  const folded = name.slice(0, longest).toWellFormed().normalize('NFKD').replace(accents, '').normalize('NFKC');
  const letters = [...folded].filter((letter) => /[\p{L}\p{N}\p{M}]/u.test(letter));
  const plain = letters.map(plainOf).join('').replace(accents, '');
  return plain.replace(/0/g, 'o').replace(/[1i]/g, 'l').replaceAll('rn', 'm').replaceAll('vv', 'w') || folded.trim();
}

/** Scripts that are written together in one word: as Unicode Technical Standard 39 has them, "highly restrictive". */
const together = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];
const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Cherokee',
  'Coptic',
  'Georgian',
  'Lisu',
  'Canadian_Aboriginal',
  'Hebrew',
  'Arabic',
  'Devanagari',
  'Bengali',
  'Gujarati',
  'Gurmukhi',
  'Tamil',
  'Telugu',
  'Thai',
  'Ethiopic',
  'Han',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Hangul',
].map((script) => ({ script, letter: new RegExp(`\\p{Script_Extensions=${script}}`, 'u') }));
const ofAllScripts = /[\p{Script=Common}\p{Script=Inherited}]/u;

const scriptsOf = (word: string): Set<string> =>
  new Set(
    [...word]
      .filter((letter) => !ofAllScripts.test(letter))
      .map((letter) => scripts.find((one) => one.letter.test(letter))?.script ?? 'another'),
  );

/**
 * @returns whether a word of the name mixes scripts that no language writes in one word, as Latin with a Cyrillic "а" in it; a name with
 *   whole words of several scripts does not
 */
export function mixedScripts(name: string): boolean {
  return (
    name
      .slice(0, longest)
      .toWellFormed()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).some((word) => {
    const used = [...scriptsOf(word)];
    return used.length > 1 && !together.some((set) => used.every((script) => set.includes(script)));
  });
}
