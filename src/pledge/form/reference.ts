/**
 * What names an entry: the reference that the person keeps (SP-XXXX-XXXX), and the other, public name of its page. Neither leads to the
 * other. No vowels, so that no words come about; no 0, 1 or letters that look like them.
 */
import { randomInt } from 'node:crypto';

const alphabet = 'BCDFGHJKLMNPQRSTVWXYZ23456789';
/** In small letters an l looks like an I or a 1, so public names have none. */
const publicAlphabet = alphabet.replace('L', '').toLowerCase();
const four = `[${alphabet}]{4}`;
const wholeReference = new RegExp(`^SP-${four}-${four}$`);
const looseReference = new RegExp(`^(?:SP)?(${four})(${four})$`);

/** `randomInt` draws again where a remainder would favour some letters. */
const drawn = (count: number, from = alphabet): string => Array.from({ length: count }, () => from[randomInt(from.length)]).join('');

/** @returns a new reference, SP-XXXX-XXXX, from the system's secure random numbers; the store refuses one that it has already */
export const newReference = (): string => `SP-${drawn(4)}-${drawn(4)}`;

/** @returns a new public id of 8 small letters and figures, drawn apart from the reference */
export const newPublicId = (): string => drawn(8, publicAlphabet);

/** @returns whether the text is a reference, letter for letter, as in an address */
export const isReference = (text: string): boolean => wholeReference.test(text);

/**
 * Reads a reference as a person types it from a letter: any case, with or without SP, spaces and hyphens or other dashes.
 * @returns SP-XXXX-XXXX; undefined when it is none
 */
export function readReference(text: string): string | undefined {
  if (text.length > 100) return undefined;
  const parts = looseReference.exec(
    text
      .normalize('NFKC')
      .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
      .toUpperCase(),
  );
  return parts ? `SP-${parts[1]}-${parts[2]}` : undefined;
}
