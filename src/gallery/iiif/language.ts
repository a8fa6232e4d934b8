/** Words in a language, as IIIF documents hold them. */

export const english = 'en-GB';
/** Easy read: "simple" is the registered sign of a simplified form (https://www.iana.org/assignments/language-subtag-registry). */
export const easyEnglish = 'en-GB-simple';

export type LanguageMap = Record<string, string[]>;
/**
 * A language map has one language: viewers take the first that they are not told to avoid, and some show all of them one after another.
 * The easy words stand in an annotation of their own.
 */
export const inEnglish = (...words: readonly string[]): LanguageMap => ({ [english]: [...words] });
