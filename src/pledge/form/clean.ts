/**
 * What a person typed, tidied before anything looks at it: invisible and steering characters go, letters are never changed. After
 * the design system's advice to ignore stray characters and not to refuse them, and Unicode's list of default-ignorable characters.
 */

/** Long before any limit of a field: what stands behind it is cut before a pattern reads the text. */
const longestRaw = 4000;

/** Line breaks and tabs part words; they are not controls to drop. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Controls, what is no character, bidi marks, zero width but for the two joiners, soft hyphen, tags, variation selectors and all else that is drawn as nothing. */
const unseen =
  /[\p{Cc}\p{Noncharacter_Code_Point}\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
/** Fillers and blanks that look like a space and are letters or symbols to a program. */
const blanks = /[\u115f\u1160\u3164\uffa0\u2800]/g;
/** The joiners are needed inside words of Persian, Hindi and others; elsewhere they are an invisible difference. */
const strayJoiner = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu;

/** @returns how long a text is as people count: code points, not UTF-16 units */
export const lengthOf = (text: string): number => [...text].length;

/**
 * One line of text as it is kept: NFC, one space between words, nothing invisible, lone surrogates as U+FFFD.
 * @param text as it was sent, of any length
 */
export function cleanLine(text: string): string {
  return (
    text
      .slice(0, longestRaw)
      .toWellFormed()
      .replace(breaks, ' ')
      .replace(unseen, '')
      .replace(blanks, ' ')
      .replace(strayJoiner, '')
      .replace(/\p{Zs}+/gu, ' ')
      .trim()
      // Last: a letter and its accent meet only when what stood between them is gone, and tidying twice must change nothing.
      .normalize('NFC')
  );
}

/** @returns whether a text holds a letter or a figure that can be seen; signs, blanks and the letters that Unicode calls fillers are no name */
export const hasLetterOrDigit = (text: string): boolean => /[[\p{L}\p{N}]--[\p{Default_Ignorable_Code_Point}]]/v.test(text);

/** @returns the beginning of a text, to show again a text that was too long without cutting a character in two */
export const firstOf = (text: string, most: number): string => [...text].slice(0, most).join('');
