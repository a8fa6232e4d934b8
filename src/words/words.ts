/** The glossary, read once. */
import { getCollection } from 'astro:content';
import type { Word } from './word.schema.ts';

let read: Promise<Map<string, Word>> | undefined;

/** Every hard word by its slug, in the order of the alphabet. */
export const allWords = (): Promise<Map<string, Word>> =>
  (read ??= getCollection('words').then(
    (entries) =>
      new Map(entries.map((entry) => [entry.id, entry.data] as const).sort((a, b) => a[1].word.localeCompare(b[1].word, 'en-GB'))),
  ));

/** What a word means in one easy sentence; undefined when there is no such word. */
export const easyMeaningOf = async (slug: string) => (await allWords()).get(slug)?.easyMeaning;

/** A word as a heading or a link of its own: with a capital at its front. */
export const asHeading = (word: Word) => word.word.charAt(0).toUpperCase() + word.word.slice(1);
