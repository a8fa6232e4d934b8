/**
 * The lists of words that the wording rules go by. Those beside this file hold for every council; a council adds to them, or takes
 * words out of them, in `content/wording/`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../readings/content-dir.ts';
import type { Reading } from '../readings/reading.ts';
import { phrasePattern } from './known-words.ts';
import { listNames, listSchema, type ListEntry, type ListName } from './lists.schema.ts';

/** Finds the words of one list in a text. */
export interface List {
  /** What is found and not allowed, in the order of the text. */
  find(text: string, reading: Reading): { words: string; entry: ListEntry }[];
  /** Whether a word or phrase is allowed. */
  allows(words: string, reading?: Reading): boolean;
  /** All words that are allowed. */
  allowed: readonly string[];
}

export type Lists = Record<ListName, List>;
/** What a council writes; a list that it leaves out is that of every council. */
export type OwnLists = Partial<Record<ListName, ListEntry[]>>;

/** A phrase without what differs between its spellings in a text. */
const plain = (phrase: string) =>
  phrase
    .toLowerCase()
    .replace(/[-\s]+/g, ' ')
    .replace(/’/g, "'");

/** @param entries the later ones overrule the earlier ones */
function listOf(entries: readonly ListEntry[]): List {
  const byPhrase = new Map<string, ListEntry>();
  for (const entry of entries) for (const phrase of entry.words) byPhrase.set(plain(phrase), entry);
  const holds = (entry: ListEntry, reading?: Reading) => !entry.reading || !reading || entry.reading === reading;
  const entryOf = (phrase: string) => byPhrase.get(plain(phrase)) ?? byPhrase.get(plain(phrase).replace(/s$/, ''));
  // What is allowed is looked for too: "Disabled Students' Allowance" hides the words in it.
  const pattern = phrasePattern([...byPhrase.keys()]);
  return {
    find: (text, reading) =>
      byPhrase.size === 0
        ? []
        : [...text.matchAll(pattern)].flatMap(([words]) => {
            const entry = entryOf(words);
            return entry?.say !== undefined && holds(entry, reading) ? [{ words, entry }] : [];
          }),
    allows: (words, reading) => {
      const entry = entryOf(words);
      return entry?.allow === true && holds(entry, reading);
    },
    allowed: [...byPhrase].filter(([, entry]) => entry.allow).map(([phrase]) => phrase),
  };
}

const defaults = new Map<ListName, ListEntry[]>();

/** The entries of a list that every council has. */
export function defaultEntries(name: ListName): ListEntry[] {
  let entries = defaults.get(name);
  if (!entries) {
    entries = listSchema.parse(parse(readFileSync(new URL(`lists/${name}.yaml`, import.meta.url), 'utf8')));
    defaults.set(name, entries);
  }
  return entries;
}

/** The lists of every council, with a council's own on top. */
export const listsWith = (own: OwnLists = {}): Lists =>
  Object.fromEntries(listNames.map((name) => [name, listOf([...defaultEntries(name), ...(own[name] ?? [])])])) as Lists;

const read = new Map<string, Lists>();

/**
 * The lists for a content folder, read once.
 * @throws when a list of the folder does not hold to its contract; `content-check/wording-lists.ts` says so in plain words
 */
export function listsOf(dir = contentDir()): Lists {
  let found = read.get(dir);
  if (!found) {
    const own: OwnLists = {};
    for (const name of listNames) {
      const file = join(dir, 'wording', `${name}.yaml`);
      if (existsSync(file)) own[name] = listSchema.parse(parse(readFileSync(file, 'utf8')));
    }
    found = listsWith(own);
    read.set(dir, found);
  }
  return found;
}
