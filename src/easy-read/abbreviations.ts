/** Initials, words in capitals and numbers in Roman letters. */
import type { Lists } from './lists.ts';
import { withoutKnown } from './known-words.ts';

const capitals = /(?<![\p{L}\p{N}])\p{Lu}{2,}s?(?![\p{L}\p{N}])/gu;
/** Initials with a small letter in them, as in DfE. */
const mixed = /(?<![\p{L}\p{N}'’-])\p{Lu}{1,3}\p{Ll}\p{Lu}s?(?![\p{L}\p{N}])/gu;
/** Letters that form a number from 2 to 89. Those that are also initials of their own (CV, DIY) are not in it. */
const roman = /^(?:(?:X{1,3}|L?X{0,3})(?:IX|IV|V?I{0,3}))$/;
/** "Part V" and "Key Stage I": one letter that is a number. */
const romanAfter = /\b(?:part|section|chapter|stage|phase|level|type|schedule|step|group|tier)\s+([IVX])\b/i;

/** The initials in a text, without a plural's s. */
export const initialsIn = (text: string): string[] =>
  [...(text.match(capitals) ?? []), ...(text.match(mixed) ?? [])].map((initials) => initials.replace(/s$/, ''));

/** Whether letters are a number in Roman letters. */
export const isRoman = (letters: string) => letters.length > 1 && roman.test(letters);

/** The first number in Roman letters of a text. */
export const romanIn = (text: string): string | undefined => initialsIn(text).find(isRoman) ?? romanAfter.exec(text)?.[1];

const small = new Set('a an and for in of on or the to with'.split(' '));

/**
 * Whether a page writes initials out: words whose first letters are the initials, with or without the small words between them.
 * @param sentences all sentences of the page
 */
export function isWrittenOut(initials: string, sentences: readonly string[]): boolean {
  const letters = initials.toLowerCase();
  return sentences.some((sentence) => {
    const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? [];
    const fits = (some: readonly string[]) => {
      const firsts = some.map((word) => word[0]).join('');
      return some.some((_, at) => firsts.startsWith(letters, at) && some.slice(at, at + letters.length).some((word) => word.length > 1));
    };
    return fits(words) || fits(words.filter((word) => !small.has(word)));
  });
}

/**
 * The initials of a sentence that its page does not explain.
 * @param known names, and words that the page explains; initials within them are explained too
 * @param page all sentences of the page
 */
export function unexplainedInitials(sentence: string, known: readonly string[], page: readonly string[], lists: Lists): string[] {
  const explained = new Set(known.flatMap(initialsIn));
  return initialsIn(withoutKnown(sentence, known)).filter(
    (initials) => !explained.has(initials) && !lists.abbreviations.allows(initials) && !isRoman(initials) && !isWrittenOut(initials, page),
  );
}
