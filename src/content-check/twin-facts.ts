/**
 * The two readings of a page state the same facts: every telephone number, e-mail address, date, sum of money and link to another
 * site that one has, the other has or says where to find.
 *
 * It says where in one of two ways: its own words link to a page whose same reading has the fact, or one of its sentences names the
 * other reading and the kind of fact, as "The full page has the phone number." That every easy-read page ends with a link to the full
 * page does not count, since it does not say what is to be found there.
 */
import { readings, type Reading } from '../readings/reading.ts';
import { saysFact, type FactKind, type FoundFact } from './facts-in-text.ts';
import { factsOfFields, factsOfReading, printedOnBoth, type FactsOfReading, type StatedFact } from './facts-of-reading.ts';
import { tellFinding } from './findings.ts';
import type { Library } from './library.ts';
import { mdxOf } from './mdx-files.ts';

/** What a fact is called, the words by which a sentence names its kind, and such a sentence. */
const kinds: Record<FactKind, { is: string; named: RegExp; as: string }> = {
  telephone: { is: 'a telephone number', named: /\bnumbers?\b/i, as: 'has the phone number' },
  'e-mail': { is: 'an e-mail address', named: /\be-?mails?\b/i, as: 'has the email' },
  date: { is: 'a date', named: /\b(?:dates?|days?|months?|years?|when)\b/i, as: 'says when' },
  sum: { is: 'a sum of money', named: /\b(?:sums?|money|costs?|prices?|pounds|how much)\b/i, as: 'says how much' },
  link: { is: 'a link', named: /\b(?:links?|sites?|websites?)\b/i, as: 'has links to more sites' },
  own: {
    is: 'a fact of local-offer.yaml',
    named: /\b(?:contact|reach|phone|number|email|address|form|ask)\b/i,
    as: 'says how to reach the council',
  },
};
const nameOf: Record<Reading, { page: string; named: RegExp; file: string }> = {
  standard: { page: 'full page', named: /\bfull page\b/i, file: 'standard.mdx' },
  'easy-read': { page: 'easy-read page', named: /\beasy[- ]read page\b/i, file: 'easy-read.mdx' },
};

type Twins = Record<Reading, FactsOfReading>;
const other = (reading: Reading): Reading => (reading === 'standard' ? 'easy-read' : 'standard');
const has = ({ own, printed }: FactsOfReading, fact: FoundFact) => [...own, ...printed].some((one) => saysFact(one, fact));

/** The facts of every page of the content, by its address in standard. A page of which a reading cannot be read is not there. */
export function allTwins(library: Library): Map<string, Twins> {
  const { topics, words, artworks } = library;
  const pages = new Map<string, Twins>();
  for (const [id, topic] of topics) {
    const [standard, easyRead] = readings.map((reading) => {
      const source = topic && mdxOf(library, `${id}/${reading}.mdx`);
      return source?.readable ? factsOfReading(library, id, reading, source) : undefined;
    });
    if (standard && easyRead) pages.set(id === 'home' ? '/' : `/${id}/`, { standard, 'easy-read': easyRead });
  }
  const ofFields = (id: string, file: string, texts: Record<Reading, StatedFact[]>) => {
    const one = (reading: Reading): FactsOfReading => ({
      ...{ reading, file, own: texts[reading], printed: printedOnBoth(library, id), leadsTo: [], sentences: [] },
    });
    pages.set(`/${id}/`, { standard: one('standard'), 'easy-read': one('easy-read') });
  };
  for (const [id, word] of words) {
    const file = `words/${id}.yaml`;
    const facts = (...fields: ('meaning' | 'example' | 'easyMeaning' | 'easyExample')[]) =>
      factsOfFields(library, file, word ? fields.map((field) => [[field], word[field]] as const) : []);
    ofFields(`words/${id}`, file, { standard: facts('meaning', 'example'), 'easy-read': facts('easyMeaning', 'easyExample') });
  }
  for (const [id, artwork] of artworks) {
    const file = `gallery/${id}/artwork.yaml`;
    if (!artwork) continue;
    const easy = artwork.easyDescription.map(({ words: text }, index) => [['easyDescription', index, 'words'], text] as const);
    ofFields(`gallery/${id}`, file, {
      standard: factsOfFields(library, file, [
        ...artwork.description.map((text, index) => [['description', index], text] as const),
        [['question'], artwork.question],
      ]),
      'easy-read': factsOfFields(library, file, [...easy, [['easyQuestion'], artwork.easyQuestion]]),
    });
  }
  return pages;
}

/** Whether a reading says where a fact is that it does not have. */
function saysWhere({ reading, leadsTo, sentences }: FactsOfReading, fact: FoundFact, pages: ReadonlyMap<string, Twins>): boolean {
  const isThere = leadsTo.some(
    (address) => pages.get(address)?.[reading].own.some((one) => saysFact(one, fact)) || isPrintedAt(pages, address, reading, fact),
  );
  return isThere || sentences.some((sentence) => nameOf[other(reading)].named.test(sentence) && kinds[fact.kind].named.test(sentence));
}

/** Numbers of who can help now are printed by the site, on the page for it. */
const isPrintedAt = (pages: ReadonlyMap<string, Twins>, address: string, reading: Reading, fact: FoundFact) =>
  fact.kind === 'telephone' && pages.get(address)?.[reading].printed.some((one) => saysFact(one, fact)) === true;

export function checkTwinFacts(library: Library) {
  // Without the facts of the whole site, what it prints on every page would seem to be missing.
  if (!library.offer) return;
  const pages = allTwins(library);
  for (const [address, twins] of pages)
    for (const reading of readings) {
      const told = new Set<string>();
      const [mine, its] = [twins[reading], twins[other(reading)]];
      for (const fact of mine.own) {
        const mark = `${fact.kind} ${fact.key}`;
        if (told.has(mark) || has(its, fact) || saysWhere(its, fact, pages)) continue;
        told.add(mark);
        tellFinding(library, fact.file, { rule: 'facts', words: fact.written, mend: mendOf(fact, address, its, pages) }, fact.line);
      }
    }
  checkWays(library);
}

function mendOf(fact: FoundFact, address: string, its: FactsOfReading, pages: ReadonlyMap<string, Twins>): string {
  const { is, as } = kinds[fact.kind];
  const { page } = nameOf[other(its.reading)];
  if (!its.file.endsWith('.mdx')) return inFields(fact, its.reading);
  const elsewhere = [...pages].find(([at, twins]) => at !== address && twins[its.reading].own.some((one) => saysFact(one, fact)))?.[0];
  const where = elsewhere ? `link there to ${elsewhere}, which has it.` : `say there where it is: "The ${page} ${as}."`;
  return `is ${is} that ${nameOf[its.reading].file} does not have. Write it there too, or ${where}`;
}

/** The same where both readings stand in one file. */
const inFields = ({ kind }: FoundFact, lacking: Reading) =>
  `is ${kinds[kind].is} that the ${lacking === 'standard' ? 'standard' : 'easy'} words lack. Write it there too, or take it out here.`;

/** Each way to get help now says the same in its easy words. The number itself is one field for both. */
function checkWays(library: Library) {
  const file = 'local-offer.yaml';
  library.offer?.helpNow.ways.forEach(({ who, how, easyWho, easyHow, telephone }, index) => {
    const facts = (fields: Record<string, string>) =>
      factsOfFields(
        library,
        file,
        Object.entries(fields).map(([field, text]) => [['helpNow', 'ways', index, field], text] as const),
      );
    const [full, easy] = [facts({ who, how }), facts({ easyWho, easyHow })];
    const number = telephone.replace(/\D/g, '');
    const tell = (some: StatedFact[], others: StatedFact[], lacking: Reading) => {
      for (const fact of some)
        if (fact.key !== number && !others.some((one) => saysFact(one, fact)))
          tellFinding(library, file, { rule: 'facts', words: fact.written, mend: inFields(fact, lacking) }, fact.line);
    };
    tell(full, easy, 'easy-read');
    tell(easy, full, 'standard');
  });
}
