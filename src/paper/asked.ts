/** What a person who types `npm run paper -- pledge/listen` asks for. Pure. */
import { paperAddress, type Sheet } from './sheets.ts';

/** A word that names no page; its message says what can be asked for. */
export class AskedError extends Error {}

/** "easy-read/pledge/listen", "/pledge/listen/", "https://…/pledge/listen/" → "/pledge/listen/" */
const plain = (word: string) =>
  `/${word
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\.pdf$/, '')
    .replace(/^\/+|\/+$/g, '')
    .replace(/^paper\//, '')
    .replace(/^easy-read(?=\/|$)/, '')
    .replace(/^\/+/, '')}/`.replace('//', '/');

/**
 * @param words the pages that are asked for, with or without slashes and reading; a section brings its booklet along
 * @returns the PDFs of those pages; all when there are no words
 * @throws AskedError for a word that names no page on paper
 */
export function askedFor(words: readonly string[], sheets: readonly Sheet[]): Sheet[] {
  const option = words.find((word) => word.startsWith('-'));
  if (option) throw new AskedError(`There is no option "${option}". Write pages, as in: npm run paper -- pledge/listen`);
  if (words.length === 0) return [...sheets];
  const found = words.map((word) => {
    const one = plain(word);
    const named = sheets.filter((sheet) => plain(sheet.address) === one || plain(paperAddress(sheet)) === one);
    if (named.length === 0)
      throw new AskedError(`There is no page "${word}" to print. Write its address, as in: npm run paper -- pledge/listen`);
    return named;
  });
  return [...new Set(found.flat())];
}
