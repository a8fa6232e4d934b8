/** Looks for names of people in what will be published. The names themselves are never kept. */
import { isCommon } from '../../easy-read/common-words.ts';

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const wordsIn = (text: string) => [...text.normalize('NFC').matchAll(/\p{L}+/gu)].map(([word], index) => ({ word, first: index === 0 }));

/** @param typed names, with commas or lines between them @returns their words of two letters or more */
export const partsOfNames = (typed: readonly string[]): string[] =>
  [...new Set(typed.flatMap((name) => wordsIn(name).map(({ word }) => word)))].filter((word) => word.length > 1);

/**
 * A name is found in any letters, "amy" or "AMY". One that is an everyday word too, as Rose or Will, is found where it is written
 * like a name: with a capital, and not as the first word of a sentence.
 * @param parts words of names
 * @returns the first of them that the text holds; undefined when there is none
 */
export function nameIn(text: string, parts: readonly string[]): string | undefined {
  const names = new Map(parts.map((part) => [plain(part), part]));
  for (const sentence of text.split(/(?<=[.!?])\s+/))
    for (const { word, first } of wordsIn(sentence)) {
      const name = names.get(plain(word));
      if (!name) continue;
      const likeAName = /^\p{Lu}/u.test(word) && (!first || sentence.trim() === word);
      if (!isCommon(name) || likeAName) return name;
    }
  return undefined;
}
