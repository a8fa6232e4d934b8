/**
 * The words that a page may use without counting them: names that everyone here knows, what it explains itself, and titles
 * (WCAG 3.1.5 takes names and titles out of the reading level).
 */
import { localOffer, sourceTitles, words } from './content.ts';
import { follow } from './files.ts';
import { pageAt, type Page } from './pages.ts';

const titles = new Set(sourceTitles);

export function knownWords({ $, address }: Page): string[] {
  const own = /\/words\/([^/]+)\/$/.exec(address)?.[1];
  const explained = $('[data-word]')
    .toArray()
    .flatMap((word) => [$(word).text(), ...namesOf(word.attribs['data-word'])]);
  const links = $('a[href]')
    .toArray()
    .map((link) => ({ to: link.attribs.href ?? '', text: $(link).text().trim() }));
  const named = links.flatMap(({ to, text }) =>
    [titles.has(text) ? text : '', titleAt(to, address) ?? ''].filter((title) => title && text.includes(title)),
  );
  return [...localOffer.names, ...namesOf(own), ...explained, ...named, $('h1').text().trim()].filter(Boolean);
}

/** The heading of the page that a link leads to. */
function titleAt(to: string, from: string): string | undefined {
  const lead = follow(to, from);
  return lead.to === 'file'
    ? pageAt
        .get(`/${lead.file.replace(/(^|\/)index\.html$/, '$1')}`)
        ?.$('h1')
        .text()
        .trim()
    : undefined;
}

function namesOf(slug: string | undefined): string[] {
  const word = slug === undefined ? undefined : words.get(slug);
  return word ? [word.word, ...word.otherNames] : [];
}

const allNames = new Set([...words.keys()].flatMap(namesOf).map((name) => name.toLowerCase()));

/** Whether words stand on a page as a name in the word list: there a reader looks up what others call a thing, hurtful or not. */
export const isListedName = ({ address }: Page, found: string) => /\/(words|a-z)\//.test(address) && allNames.has(found.toLowerCase());
