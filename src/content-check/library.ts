/** All of `content/` that checks look things up in, read once; and the list of what an author must mend. */
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join, matchesGlob } from 'node:path';
import type { z } from 'astro/zod';
import type { Rule } from '../easy-read/finding.ts';
import type { Lists } from '../easy-read/lists.ts';
import { nearest } from '../easy-read/nearest.ts';
import { picturesSchema, type Pictures } from '../easy-read/pictures.schema.ts';
import { artworkSchema, type Artwork } from '../gallery/artwork.schema.ts';
import { formWordsFile } from '../pledge/form/form-words.ts';
import { formWordsSchema, type FormWords } from '../pledge/form/form-words.schema.ts';
import { localOfferSchema, type LocalOffer } from '../readings/local-offer.schema.ts';
import { newslettersFile, newslettersSchema, type NewsletterPeriod } from '../progress/newsletters.schema.ts';
import { planSchema, recordSchema, type Plan, type StrandRecord } from '../progress/record.schema.ts';
import { sourceSchema, topicSchema, updateSchema, type TopicFacts } from '../readings/topic.schema.ts';
import { wordSchema, type Word } from '../words/word.schema.ts';
import { misnamedFiles } from './file-names.ts';
import type { PageOfWords, Passage } from './passages.ts';
import { readWordingLists, type PlacedException } from './wording-lists.ts';
import { yamlFiles, type LineOf } from './yaml-files.ts';

export interface Problem {
  /** From the content folder: `pledge/listen/easy-read.mdx`. */
  file: string;
  line?: number;
  /** What is wrong and what to write, as a sentence without its subject. */
  problem: string;
  /** The wording rule that says so, by which an exception names it. */
  rule?: Rule;
  /** The file, or a list of words, cannot be read at all, so that nothing else can be said about it. */
  unreadable?: true;
}

export type Report = (file: string, problem: string, line?: number, more?: Pick<Problem, 'rule' | 'unreadable'>) => void;

/** A thing that cannot be read by its contract is there as undefined, so that nothing else is blamed for it. */
export interface Library {
  dir: string;
  problems: Problem[];
  report: Report;
  /** The line of a field of a YAML file. */
  lineOf: LineOf;
  /** Paths that are missing, because the file has a name that is nearly right. */
  misnamed: Map<string, string>;
  find(pattern: string): string[];
  offer: LocalOffer | undefined;
  pictures: Pictures | undefined;
  sources: Set<string>;
  words: Map<string, Word | undefined>;
  artworks: Map<string, Artwork | undefined>;
  topics: Map<string, TopicFacts | undefined>;
  /** Plans and records of progress by their folders, as `progress/phase-one` and `progress/phase-one/local-offer`. */
  plans: Map<string, Plan | undefined>;
  records: Map<string, StrandRecord | undefined>;
  /** The newsletters that an editor chose. */
  newsletters: NewsletterPeriod[] | undefined;
  /** When each source was published, where that is known. */
  sourceDates: Map<string, string>;
  /** The words of the form of the pledge; undefined where there is none, or where it does not hold to its contract. */
  form: FormWords | undefined;
  shapes: Set<string>;
  /** The addresses of all pages, from the root, in the standard reading. */
  addresses: Set<string>;
  /** Names that everyone here knows. */
  names: string[];
  /** The titles and publishers of all sources. */
  sourceNames: string[];
  /** Where each source stands on the web, where it does. */
  sourceAddresses: Map<string, string>;
  /** The lists of words, with those of this content on top, and what it excepts from the rules. */
  lists: Lists;
  exceptions: PlacedException[];
  /** Lists that do not hold to their contract, so that their words are not known. */
  brokenLists: string[];
  /** Every sentence that the wording rules have read, for the slower ones. */
  passages: Passage[];
  /** Every page whose words have been read. */
  pages: PageOfWords[];
}

/** @param dir the content folder */
export function readLibrary(dir: string): Library {
  const problems: Problem[] = [];
  const report: Report = (file, problem, line, more) => void problems.push({ file, problem, ...(line ? { line } : {}), ...more });
  const find = (pattern: string) => globSync(pattern, { cwd: dir }).sort();

  const misnamed = misnamedFiles(dir);
  const { readYaml, lineOf } = yamlFiles(dir, misnamed, report);
  /** What is there under a name that is nearly right counts as there, so that it is told of once. */
  const here = (pattern: string) =>
    [...new Set([...find(pattern), ...[...misnamed.keys()].filter((file) => matchesGlob(file, pattern))])].sort();
  const isUpdate = (id: string) => /^progress\/updates\/[^/]+$/.test(id);
  const byName = <T extends z.ZodType>(files: string[], name: (file: string) => string, schema: (file: string) => T) =>
    new Map(files.map((file) => [name(file), readYaml(file, schema(file))] as const));
  const fileName = (file: string) => basename(file, '.yaml');

  const offer = readYaml('local-offer.yaml', localOfferSchema);
  const pictures = readYaml('pictures/pictures.yaml', picturesSchema);
  const sources = byName(here('sources/*.yaml'), fileName, () => sourceSchema);
  const words = byName(
    here('words/*.yaml').filter((file) => basename(file) !== 'topic.yaml'),
    fileName,
    () => wordSchema,
  );
  const artworks = byName(
    here('gallery/*/artwork.yaml'),
    (file) => basename(dirname(file)),
    () => artworkSchema,
  );
  const topics = byName(here('**/topic.yaml'), dirname, (file) => (isUpdate(dirname(file)) ? updateSchema : topicSchema));
  const plans = byName(here('progress/*/plan.yaml'), dirname, () => planSchema);
  const records = byName(here('progress/*/*/record.yaml'), dirname, () => recordSchema);
  const newsletters = existsSync(join(dir, newslettersFile)) ? readYaml(newslettersFile, newslettersSchema) : undefined;
  const form = existsSync(join(dir, formWordsFile)) ? readYaml(formWordsFile, formWordsSchema) : undefined;
  const addresses = [
    ...['/', '/a-z/', '/search/', '/reading-help/', '/authors/pictures/', '/authors/patterns/'],
    ...[...topics.keys()].filter((id) => id !== 'home').map((id) => `/${id}/`),
    ...[...words.keys()].map((id) => `/words/${id}/`),
    ...[...artworks.keys()].map((id) => `/gallery/${id}/`),
  ];
  return {
    ...{ dir, problems, report, lineOf, misnamed, find, offer, pictures, words, artworks, plans, records, newsletters, form },
    topics: topics as Library['topics'],
    sources: new Set(sources.keys()),
    sourceDates: new Map([...sources].flatMap(([id, source]) => (source?.published ? [[id, source.published] as const] : []))),
    shapes: new Set(find('shapes/*.svg').map((file) => basename(file, '.svg'))),
    addresses: new Set(addresses),
    names: offer?.names ?? [],
    sourceNames: [...sources.values()].flatMap((source) => (source ? [source.title, source.publisher] : [])),
    sourceAddresses: new Map([...sources].flatMap(([id, source]) => (source?.address ? [[id, source.address] as const] : []))),
    ...readWordingLists(find, readYaml, lineOf),
    passages: [],
    pages: [],
  };
}

/** "Near it: doctor, door." for a name that does not exist. */
export const near = (asked: string, names: Iterable<string>, also?: (name: string) => readonly string[]) =>
  `Near it: ${nearest(asked, [...names], 3, also).join(', ')}.`;
