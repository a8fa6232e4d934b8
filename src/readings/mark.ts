/** The mark of an easy-read page's words: by it anyone can see whether they are the ones that a group checked. */
import { createHash } from 'node:crypto';
import type { MdxSource } from './mdx-source.ts';

/** What stands on a page and in another file. */
export interface PrintedWords {
  title: string;
  summary: string;
  /** The sentence that is printed after a hard word; undefined when there is no such word. */
  meaningOf: (slug: string) => string | undefined;
  /** What a `<Fact name="…" />` shows: the fact, or that it is blank. */
  factOf: (name: string) => string;
}

/**
 * What a reader of an easy-read page meets, in its order: the title, the sentence below it, the headings, and each Idea
 * with its picture, its words and the meanings printed in it. Not where links lead, and not what the site adds to every page.
 */
export function wordsMet(source: Pick<MdxSource, 'headings' | 'tags'>, printed: PrintedWords): string[] {
  const headings = source.headings.map(({ line, text }) => ({ line, words: [text] }));
  // A tag in an Idea comes after it in the list, and the sorting keeps that.
  const tags = source.tags.map(({ line, name, attributes, text, links }) => ({
    line,
    words:
      name === 'Idea'
        ? [String(attributes.picture), text, ...links.flatMap((to) => printed.meaningOf(/^\/words\/([^/#]+)\/$/.exec(to)?.[1] ?? '') ?? [])]
        : name === 'Fact'
          ? [printed.factOf(String(attributes.name))]
          : [],
  }));
  return [printed.title, printed.summary, ...[...headings, ...tags].sort((a, b) => a.line - b.line).flatMap(({ words }) => words)];
}

/** A text that is a mark: 12 figures and letters from a to f. */
export const isMark = (text: string) => /^[0-9a-f]{12}$/.test(text);

/** @param words what a reader meets; more or fewer spaces and line breaks make no other mark */
export function markOf(words: readonly string[]): string {
  const plain = words.map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim());
  return createHash('sha256').update(plain.join('\n')).digest('hex').slice(0, 12);
}
