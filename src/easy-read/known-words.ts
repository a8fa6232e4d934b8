/** Names and explained words, which count neither as hard words nor in a reading grade (WCAG 3.1.5). */

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patterns = new WeakMap<readonly string[], RegExp>();

/**
 * Finds phrases as whole words, in any case, one or many, with a hyphen or a space between their words.
 * @param phrases a list that does not change: its pattern is kept
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  let pattern = patterns.get(phrases);
  if (!pattern) {
    const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
    const either = longestFirst.map((phrase) => escapeForPattern(phrase).replace(/[- ]/g, '[-\\s]').replace(/['’]/g, "['’]"));
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either.join('|') || '(?!)'})s?(?![\\p{L}\\p{N}])`, 'giu');
    patterns.set(phrases, pattern);
  }
  return pattern;
}

/** A text without the names and explained words in it; the longest are taken out first. */
export const withoutKnown = (text: string, known: readonly string[]) => (known.length > 0 ? text.replace(phrasePattern(known), ' ') : text);
