/** Words of the word list on a page: what it explains, and what it uses without a link or before its link. */
import { initialsIn } from '../easy-read/abbreviations.ts';
import { isCommon } from '../easy-read/common-words.ts';
import type { Finding } from '../easy-read/finding.ts';
import { phrasePattern, withoutKnown } from '../easy-read/known-words.ts';
import { placedSentences, wordsOf } from '../easy-read/sentences.ts';
import { syllablesIn } from '../easy-read/syllables.ts';
import type { MdxSource } from '../readings/mdx-source.ts';
import { tellFinding } from './findings.ts';
import type { Library } from './library.ts';
import type { PageOfWords } from './passages.ts';

/** The word that an address explains; undefined when it leads elsewhere. */
export const wordOf = (address: string) => /^\/words\/([^/]+)\/$/.exec(address)?.[1];

/** The words that a page links to in the word list, by the link's own words and by their names. */
export const explainedOn = ({ words }: Library, { links }: MdxSource): string[] =>
  links.flatMap(({ text, to }) => {
    const slug = wordOf(to);
    return slug === undefined ? [] : [text, words.get(slug)?.word ?? text];
  });

/** The names of a word that a page may have to explain, and those of them that no other rule tells of. */
interface HardNames {
  all: string[];
  untold: string[];
}
const known = new WeakMap<Library, Map<string, HardNames>>();

/** Looked up once for all pages: the pattern of a list is kept with the list. */
function hardNamesOf(library: Library, slug: string): HardNames {
  const names = known.get(library) ?? new Map<string, HardNames>();
  known.set(library, names);
  let found = names.get(slug);
  if (!found) {
    const all = hardNames(library, slug);
    found = { all, untold: all.filter((name) => !isTold(name)) };
    names.set(slug, found);
  }
  return found;
}

/** The names of a word that a reader may not know: everyday names are left out. */
const hardNames = ({ words, names, lists }: Library, slug: string): string[] => {
  const word = words.get(slug);
  if (!word) return [];
  return [word.word, ...word.otherNames].filter(
    (name) =>
      !names.includes(name) &&
      wordsOf(name).some((part) => !isCommon(part) && !lists['hard-words'].allows(part, 'easy-read')) &&
      !lists['hard-words'].allows(name, 'easy-read') &&
      !lists.abbreviations.allows(name),
  );
};

/** Words that `easyReadFindings` tells of already: long ones and initials. */
const isTold = (name: string) => initialsIn(name).length > 0 || wordsOf(name).some((word) => syllablesIn(word) > 2 && !isCommon(word));

/**
 * Easy read: a hard word is explained where it stands first.
 * @param title what the page is called: a page may say its own name
 */
export function checkGlossary(library: Library, file: string, source: MdxSource, title: string) {
  const sentences = source.blocks.flatMap(placedSentences);
  // A link to another page of the site may carry that page's name, which is explained there.
  const explained = [...explainedOn(library, source), ...source.links.filter(({ to }) => to.startsWith('/')).map(({ text }) => text)];
  // Beside what the page explains itself, worked out once for all words of the list.
  const unexplained = sentences.map(({ text, line }) => ({ line, text: withoutKnown(text, explained) }));
  for (const [slug, entry] of library.words) {
    const { all, untold } = hardNamesOf(library, slug);
    if (!entry || all.length === 0) continue;
    const link = source.links.find(({ to }) => wordOf(to) === slug);
    if (link) {
      const own = [entry.word];
      const first = sentences.find(({ text }) => text.match(phrasePattern(own)));
      if (first && first.line < link.line && !title.match(phrasePattern(own)))
        tellFinding(library, file, late(entry.word, link.line), first.line);
      continue;
    }
    for (const { text, line } of unexplained) {
      const found = text.match(phrasePattern(untold))?.[0];
      if (!found) continue;
      tellFinding(library, file, unmarked(found, slug), line);
      break;
    }
  }
}

const late = (words: string, line: number): Finding => ({
  rule: 'glossary',
  words,
  mend: `is explained only on line ${line}. Link it here, where it stands first, and not there.`,
});
const unmarked = (words: string, slug: string): Finding => ({
  rule: 'glossary',
  words,
  mend: `is in the word list and not explained here. Link it to /words/${slug}/ where it stands first, or use an everyday word.`,
});

/** Standard: advice on words of the word list that a page uses and does not link. */
export function glossaryAdvice(library: Library, { file, sentences, known: explained }: PageOfWords): { line: number; finding: Finding }[] {
  return [...library.words.keys()].flatMap((slug) => {
    const names = hardNamesOf(library, slug).all.filter((name) => !explained.includes(name));
    // A word's own name explained by another word, as "EHC plan" in "EHC plan review", is explained.
    if (names.length === 0 || file.startsWith(`words/${slug}.`) || explained.includes(library.words.get(slug)!.word)) return [];
    for (const { text, line } of sentences) {
      const found = withoutKnown(text, explained).match(phrasePattern(names))?.[0];
      if (found) return [{ line, finding: unmarked(found, slug) }];
    }
    return [];
  });
}

/** All names in the word list: a title leads to a page that explains its words. */
export const initialsOfWords = ({ words }: Library) => [...words.values()].flatMap((word) => (word ? [word.word, ...word.otherNames] : []));
