/** The place in a page where the links to its paper stand: PaperPlace.astro leaves it empty, the build fills it or takes it out. Pure. */
import { wordsFor } from '../readings/interface-words.ts';
import type { Reading } from '../readings/reading.ts';
import { sizeInWords } from '../readings/sizes.ts';

export { sizeInWords };

/** A PDF that is there: where, and how large. */
export interface PaperCopy {
  kind: 'page' | 'booklet';
  /** As a page links it, with base. */
  href: string;
  pages: number;
  bytes: number;
}

const place = /<nav\b[^>]*\sdata-paper\b[^>]*>[\s\S]*?<\/nav>/;

/** A page without the place, filled or not: what a PDF is made of must not change because the PDF is linked. */
export const withoutPlace = (html: string) => html.replace(place, '');

/** @returns the words of one link, and what follows it: `{ link: 'Print this page: 4 pages', size: 'Its size is 80 kB.' }` */
export function paperWords(reading: Reading, { kind, pages, bytes }: Omit<PaperCopy, 'href'>): { link: string; size: string } {
  const say = wordsFor(reading);
  const filled = (words: string) =>
    words.replace('{pages}', pages === 1 ? '1 page' : `${pages} pages`).replace('{size}', sizeInWords(bytes));
  return { link: filled(say(kind === 'page' ? 'paperPage' : 'paperBooklet')), size: filled(say('paperSize')) };
}

/**
 * Fills the place of a page.
 * @param html the page as it was built
 * @param copies the PDFs that are there; none takes the place out wholly
 */
export function withPaper(html: string, reading: Reading, copies: readonly PaperCopy[]): string {
  if (copies.length === 0) return withoutPlace(html);
  const items = copies.map((copy) => {
    const { link, size } = paperWords(reading, copy);
    const name = size ? `${link}</a> <span>${size}</span>` : `${link}</a>`;
    return `<li><a class="target" type="application/pdf" href="${copy.href}">${name}</li>`;
  });
  return html.replace(place, (found) => {
    const start = /^<nav\b[^>]*>/.exec(found)![0];
    return `${start.replace(/\shidden(=""|\b)/, '')}<ul role="list" class="plain-list">${items.join('')}</ul></nav>`;
  });
}
