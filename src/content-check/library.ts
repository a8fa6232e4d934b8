/** All of `content/` that checks look things up in, read once; and the list of what an author must mend. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { z } from 'astro/zod';
import { nearest } from '../easy-read/nearest.ts';
import { picturesSchema, type Pictures } from '../easy-read/pictures.schema.ts';
import { artworkSchema, type Artwork } from '../gallery/artwork.schema.ts';
import { localOfferSchema, type LocalOffer } from '../readings/local-offer.schema.ts';
import { plainProblems } from '../readings/plain-problems.ts';
import { sourceSchema, strandSchema, topicSchema, type TopicFacts } from '../readings/topic.schema.ts';
import { wordSchema, type Word } from '../words/word.schema.ts';

export interface Problem {
  /** From the content folder: `pledge/listen/easy-read.mdx`. */
  file: string;
  line?: number;
  /** What is wrong and what to write, as a sentence without its subject. */
  problem: string;
}

/** A thing that cannot be read by its contract is there as undefined, so that nothing else is blamed for it. */
export interface Library {
  dir: string;
  problems: Problem[];
  report(file: string, problem: string, line?: number): void;
  find(pattern: string): string[];
  offer: LocalOffer | undefined;
  pictures: Pictures | undefined;
  sources: Set<string>;
  words: Map<string, Word | undefined>;
  artworks: Map<string, Artwork | undefined>;
  topics: Map<string, TopicFacts | undefined>;
  shapes: Set<string>;
  /** The addresses of all pages, from the root, in the standard reading. */
  addresses: Set<string>;
  /** Names that everyone here knows. */
  names: string[];
}

/** @param dir the content folder */
export function readLibrary(dir: string): Library {
  const problems: Problem[] = [];
  const report = (file: string, problem: string, line?: number) => void problems.push({ file, problem, ...(line ? { line } : {}) });
  const find = (pattern: string) => globSync(pattern, { cwd: dir }).sort();

  /** Reads a YAML file by its contract; undefined when it does not hold to it. */
  function readYaml<T extends z.ZodType>(file: string, schema: T): z.infer<T> | undefined {
    if (!existsSync(join(dir, file))) {
      report(file, 'is missing. Every Local Offer needs this file; copy it from another one and change its words.');
      return undefined;
    }
    let value: unknown;
    try {
      value = parseYaml(readFileSync(join(dir, file), 'utf8'));
    } catch (error) {
      const { message, linePos } = error as { message: string; linePos?: { line: number }[] };
      const reason = message.split('\n')[0]!.replace(/[.:]+$/, '');
      report(file, `cannot be read: ${reason}. Put a text that holds a colon in quotes.`, linePos?.[0]?.line);
      return undefined;
    }
    const found = plainProblems(schema, value);
    for (const problem of found) report(file, problem);
    return found.length > 0 ? undefined : schema.parse(value);
  }

  const isStrand = (id: string) =>
    /^progress\/[^/]+\/[^/]+$/.test(id) && /^status:/m.test(readFileSync(join(dir, id, 'topic.yaml'), 'utf8'));
  const byName = <T extends z.ZodType>(files: string[], name: (file: string) => string, schema: (file: string) => T) =>
    new Map(files.map((file) => [name(file), readYaml(file, schema(file))] as const));
  const fileName = (file: string) => basename(file, '.yaml');

  const offer = readYaml('local-offer.yaml', localOfferSchema);
  const pictures = readYaml('pictures/pictures.yaml', picturesSchema);
  const sources = byName(find('sources/*.yaml'), fileName, () => sourceSchema);
  const words = byName(
    find('words/*.yaml').filter((file) => basename(file) !== 'topic.yaml'),
    fileName,
    () => wordSchema,
  );
  const artworks = byName(
    find('gallery/*/artwork.yaml'),
    (file) => basename(dirname(file)),
    () => artworkSchema,
  );
  const topics = byName(find('**/topic.yaml'), dirname, (file) => (isStrand(dirname(file)) ? strandSchema : topicSchema));
  const addresses = [
    ...['/', '/a-z/', '/search/'],
    ...[...topics.keys()].filter((id) => id !== 'home').map((id) => `/${id}/`),
    ...[...words.keys()].map((id) => `/words/${id}/`),
    ...[...artworks.keys()].map((id) => `/gallery/${id}/`),
  ];
  return {
    ...{ dir, problems, report, find, offer, pictures, words, artworks },
    topics: topics as Library['topics'],
    sources: new Set(sources.keys()),
    shapes: new Set(find('shapes/*.svg').map((file) => basename(file, '.svg'))),
    addresses: new Set(addresses),
    names: offer?.names ?? [],
  };
}

/** "Near it: doctor, door." for a name that does not exist. */
export const near = (asked: string, names: Iterable<string>) => `Near it: ${nearest(asked, [...names]).join(', ')}.`;
