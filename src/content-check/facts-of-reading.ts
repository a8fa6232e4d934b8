/** What one reading of a page states: the facts in its own words, those that the site prints on it, and the pages that it leads to. */
import { sentencesOf } from '../easy-read/sentences.ts';
import type { MdxSource } from '../readings/mdx-source.ts';
import type { Reading } from '../readings/reading.ts';
import { asAddress, factOfLink, factsIn, type FoundFact } from './facts-in-text.ts';
import { wordOf } from './glossary.ts';
import type { Library } from './library.ts';

export interface StatedFact extends FoundFact {
  file: string;
  line: number | undefined;
}

export interface FactsOfReading {
  reading: Reading;
  file: string;
  /** In its own words: the other reading has to have them too. */
  own: StatedFact[];
  /** Printed on the page by the site: dates, sources, meanings of words, the foot of every page. */
  printed: FoundFact[];
  /** Addresses of this site that its own words link to, with a slash at the end. */
  leadsTo: string[];
  /** Its own sentences, in which it may say where a fact is to be found. */
  sentences: string[];
}

/** The short numbers of who can help now, which nobody takes for a quantity: 999. */
export const helpNumbers = ({ offer }: Library) =>
  (offer?.helpNow.ways ?? []).map(({ telephone }) => telephone.replace(/\s/g, '')).filter((number) => number.length < 7);

/** A link as the site prints it. */
const linkTo = (address: string): FoundFact => ({ kind: 'link', key: asAddress(address), written: address, at: 0 });

/** A date of a YAML file, as it is compared. */
const dateOf = (written: string | undefined): FoundFact[] => (written ? [{ kind: 'date', key: written, written, at: 0 }] : []);

/** The facts of texts that stand in fields of a YAML file. */
export const factsOfFields = (
  library: Library,
  file: string,
  fields: readonly (readonly [path: readonly PropertyKey[], text: string | undefined])[],
) =>
  fields.flatMap(([path, text]) =>
    factsIn(text ?? '', helpNumbers(library)).map((fact): StatedFact => ({ ...fact, file, line: library.lineOf(file, ...path) })),
  );

/** What the site prints in both readings: who can help now, on its page, and the official Local Offers, at the foot of every page. */
export function printedOnBoth(library: Library, id: string): FoundFact[] {
  const { offer, topics } = library;
  const topic = topics.get(id);
  const ways = offer?.helpNow.page === id ? offer.helpNow.ways : [];
  return [
    ...(offer?.official ?? []).map(({ address }) => linkTo(address)),
    ...ways.flatMap(({ telephone }) => factOfLink(`tel:${telephone}`) ?? []),
    ...[topic?.lastChecked, topic?.asReported, topic?.on].flatMap(dateOf),
  ];
}

/** @param id the folder of a topic; @param source one of its readings */
export function factsOfReading(library: Library, id: string, reading: Reading, source: MdxSource): FactsOfReading {
  const file = `${id}/${reading}.mdx`;
  const numbers = helpNumbers(library);
  const contact = Object.keys(library.offer?.contact ?? {}).map((field) => `contact.${field}`);
  const { title, summary } = source.frontMatter;
  const labels = source.tags.flatMap(({ attributes, line }) =>
    [attributes.title, attributes.when].flatMap((text) => (typeof text === 'string' ? [{ line, text }] : [])),
  );
  const front = Object.entries({ title, summary }).flatMap(([field, text]) =>
    typeof text === 'string' ? [{ line: source.frontMatterLine([field]), text }] : [],
  );
  const texts = [...front, ...source.headings, ...source.blocks, ...labels];
  const inText = texts.flatMap(({ text, line }) =>
    factsIn(text, numbers).map((fact) => ({ ...fact, file, line: line && line + text.slice(0, fact.at).split('\n').length - 1 })),
  );
  const inLinks = source.links.flatMap(({ to, line }) => {
    const fact = factOfLink(to);
    return fact ? [{ ...fact, file, line }] : [];
  });
  const inTags = source.tags
    .filter(({ name, attributes }) => name === 'Fact' && contact.includes(String(attributes.name)))
    .map(({ attributes, line }): StatedFact => ({
      kind: 'own',
      key: String(attributes.name),
      written: `<Fact name="${attributes.name}" />`,
      at: 0,
      file,
      line,
    }));
  const meanings = source.links.flatMap(({ to }) => {
    const word = library.words.get(wordOf(to) ?? '');
    return word ? factsIn(reading === 'easy-read' ? word.easyMeaning : word.meaning, numbers) : [];
  });
  const cited = reading === 'standard' ? (library.topics.get(id)?.sources ?? []) : [];
  const sources = cited.flatMap(({ source: name }) => library.sourceAddresses.get(name) ?? []);
  return {
    ...{ reading, file },
    own: [...inText, ...inLinks, ...inTags],
    printed: [...meanings, ...sources.map(linkTo), ...printedOnBoth(library, id)],
    leadsTo: source.links.filter(({ to }) => to.startsWith('/')).map(({ to }) => to.replace(/[?#].*$/, '')),
    sentences: texts.flatMap(({ text }) => sentencesOf(text)),
  };
}
