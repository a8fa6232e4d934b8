/** The list in content/figures.yaml, with what the council itself filled in, and who each page cites. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../../src/readings/content-dir.ts';
import { figuresSchema, type Figures } from '../../src/readings/figures.schema.ts';
import { plainProblems } from '../../src/readings/plain-problems.ts';
import type { Citation } from '../../src/readings/topic.schema.ts';
import { localOffer, topics, words } from './content.ts';
import type { Listed } from './figures.ts';
import { pageAt, type Page } from './pages.ts';

export const listName = 'content/figures.yaml';
const pathOf = (name: string) => join(contentDir(), name);
const read = (name: string) => parse(readFileSync(pathOf(name), 'utf8')) as unknown;
/** Content of another council may come without a list; then there is nothing to hold its pages to. */
const hasList = existsSync(pathOf('figures.yaml'));

const empty: Figures = { facts: [], own: [], addresses: [] };

/** The list as it is written, or what an author must mend before anything can be held to it. */
function readList(): { list: Figures; problems: string[] } {
  if (!hasList) return { list: empty, problems: [] };
  try {
    const value = read('figures.yaml');
    const problems = plainProblems(figuresSchema, value);
    return { list: problems.length === 0 ? figuresSchema.parse(value) : empty, problems };
  } catch (error) {
    return {
      list: empty,
      problems: [`cannot be read: ${(error as Error).message.split('\n')[0]} Put a text that holds a colon in quotes.`],
    };
  }
}
export const { list, problems } = readList();
/** Only a list that can be read is held against the pages: else every figure would fail for one slip of the pen. */
export const isUsable = hasList && problems.length === 0;

const namesOf = (citations: readonly Citation[] = []) => citations.map(({ source }) => source);

export const listed: Listed[] = [
  ...list.facts.flatMap(({ sources, written, on }) => written.map((one) => ({ written: one, on, sources: namesOf(sources) }))),
  ...list.own.flatMap(({ written, on }) => written.map((one) => ({ written: one, on, sources: [] }))),
];
/** What the council filled in about itself: it is its own source, and stands in one place already. */
export const ofCouncil: Listed[] = Object.values(localOffer.contact)
  .filter((fact) => typeof fact === 'string')
  .map((written) => ({ written, on: undefined, sources: [] }));

/** A page's address in standard. */
export const standardAddress = ({ address }: Page) => address.replace(/^\/easy-read(?=\/)/, '');

/** The sources that a page names, with those of the words it explains; undefined for a page that only lists others. */
export function citedOn(page: Page): Set<string> | undefined {
  const address = standardAddress(page);
  if (address === '/words/') return undefined;
  const slug = /^\/(words|gallery)\/([^/]+)\/$/.exec(address);
  const own =
    topics.get(address)?.sources ??
    (slug?.[1] === 'words' ? words.get(slug[2]!)?.sources : undefined) ??
    (slug?.[1] === 'gallery' && existsSync(pathOf(`gallery/${slug[2]}/artwork.yaml`))
      ? (read(`gallery/${slug[2]}/artwork.yaml`) as { sources?: Citation[] }).sources
      : undefined);
  if (!own) return undefined;
  const explained = page
    .$('main [data-word]')
    .toArray()
    .flatMap(({ attribs }) => words.get(attribs['data-word'] ?? '')?.sources ?? []);
  return new Set(namesOf([...own, ...explained]));
}

/** Whether a page, or a folder of pages, has been built. */
export const exists = (address: string) => pageAt.has(address) || [...pageAt.keys()].some((one) => one.startsWith(address));

export const hasSource = (id: string) => existsSync(pathOf(`sources/${id}.yaml`));

/** Where sources and the official Local Offers stand on the web. */
export const citedAddresses: ReadonlySet<string> = new Set([
  ...localOffer.official.map(({ address }) => address),
  ...globSync('sources/*.yaml', { cwd: contentDir() }).flatMap((name) => (read(name) as { address?: string }).address ?? []),
]);
