/** The words that an easy-read page may use without counting them: names that everyone here knows, and what it explains itself. */
import { localOffer, sourceTitles, words } from './content.ts';
import type { Page } from './pages.ts';

const titles = new Set(sourceTitles);

export function knownWords({ $, address }: Page): string[] {
  const own = /^\/easy-read\/words\/([^/]+)\/$/.exec(address)?.[1];
  const explained = $('b[data-word]').toArray().flatMap((word) => [$(word).text(), ...namesOf(word.attribs['data-word'])]);
  // A link with the name of a word leads to the page that explains it.
  const linked = $('a[href*="/easy-read/words/"]').toArray().map((link) => $(link).text().trim());
  const cited = $('a').toArray().map((link) => $(link).text().trim()).filter((text) => titles.has(text));
  return [...localOffer.names, ...namesOf(own), ...explained, ...linked, ...cited].filter(Boolean);
}

function namesOf(slug: string | undefined): string[] {
  const word = slug === undefined ? undefined : words.get(slug);
  return word ? [word.word, ...word.otherNames] : [];
}
