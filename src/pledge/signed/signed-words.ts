/** The words of the list of who has signed, for the pages at build and for the service: plain Node, no Astro. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../../readings/content-dir.ts';
import { placedProblems } from '../../readings/plain-problems.ts';
import type { Reading } from '../../readings/reading.ts';
import type { Kind } from '../form/fields.ts';
import { inWords, type readFormWords } from '../form/form-words.ts';
import { signedWordsSchema, type SignedWords } from './signed-words.schema.ts';

/** Where they stand, below the content folder. */
export const signedWordsFile = 'pledge/signed/signed.yaml';

/**
 * @param dir the content folder
 * @returns undefined when this Local Offer has no list of who signed
 * @throws Error with a sentence for its author when the file does not hold to its contract
 */
export function readSignedWords(dir = contentDir()): SignedWords | undefined {
  const file = join(dir, signedWordsFile);
  if (!existsSync(file)) return undefined;
  const value: unknown = parse(readFileSync(file, 'utf8'));
  const [first] = placedProblems(signedWordsSchema, value);
  if (first) throw new Error(`${signedWordsFile} ${first.problem}`);
  return signedWordsSchema.parse(value);
}

/** What a kind of setting is called; by its id where a Local Offer has no form. */
export const kindName = (words: ReturnType<typeof readFormWords>, kind: Kind, reading: Reading): string =>
  words ? inWords(words.kinds[kind], reading) : (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll('-', ' ');
