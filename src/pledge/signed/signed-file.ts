/** The public list of the build: `signed.json` in `DATA_DIR`, made by `npm run register -- export --public`. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { localOffer } from '../../readings/local-offer.ts';
import { plainProblems } from '../../readings/plain-problems.ts';
import { readServiceSettings } from '../../settings.ts';
import { emptyList, type PublicList } from './public-list.ts';
import { publicListSchema } from './public-list.schema.ts';

/** The file cannot be used; the message says which, where in it, and what to do. */
export class ListUnusable extends Error {}

const mend = 'Make it again with "npm run register -- export --public --out signed.json", or take it away for an empty list.';

/** @param dataDir the folder that keeps the register @returns the path of the list in it */
export const signedFile = (dataDir: string) => join(dataDir, 'signed.json');

/**
 * @param file the path of the list
 * @param areas the ids of the areas that the site has
 * @returns the list; an empty one where there is no file
 * @throws ListUnusable when the file is not whole
 */
export function readSignedFile(file: string, areas: readonly string[] = localOffer.areas.map(({ id }) => id)): PublicList {
  const shown = relative(process.cwd(), file) || file;
  const text = textOf(file, shown);
  if (text === undefined) return emptyList;
  const value = parsed(text, shown);
  const schema = publicListSchema(areas);
  const problems = plainProblems(schema, value);
  if (problems.length > 0) throw new ListUnusable([...problems.slice(0, 5).map((problem) => `${shown} ${problem}`), mend].join('\n'));
  return schema.parse(value) as PublicList;
}

function textOf(file: string, shown: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ListUnusable(`${shown} cannot be read (${code}). Let this account read it.`);
  }
}

function parsed(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ListUnusable(`${shown} is not whole: it is not JSON from its beginning to its end.\n${mend}`);
  }
}

let read: PublicList | undefined;

/** The list that this build shows, read once. @throws ListUnusable */
export const listOfBuild = (): PublicList => (read ??= readSignedFile(signedFile(readServiceSettings().dataDir)));
