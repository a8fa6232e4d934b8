/** What this content promises to people who have been here before: content/promises.yaml, where there is one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDir } from '../src/readings/content-dir.ts';
import { plainProblems } from '../src/readings/plain-problems.ts';
import { promisesSchema, type Promises } from './promises.schema.ts';

export const promisesName = 'content/promises.yaml';

/** @returns the promises, none where there is no file, and what an author must mend before they can be kept */
export function readPromises(file = join(contentDir(), 'promises.yaml')): { promises: Promises; problems: string[] } {
  if (!existsSync(file)) return { promises: {}, problems: [] };
  try {
    const value = parse(readFileSync(file, 'utf8')) as unknown;
    const problems = plainProblems(promisesSchema, value).map((problem) => `${promisesName} ${problem}`);
    return { promises: problems.length === 0 ? promisesSchema.parse(value) : {}, problems };
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]!.replace(/[.:]+$/, '');
    return { promises: {}, problems: [`${promisesName} cannot be read: ${reason}. Put a text that holds a colon in quotes.`] };
  }
}

/** @throws a sentence for each thing to mend, so that a slip of the pen never takes the tests away in silence */
export function promisesOrThrow(): Promises {
  const { promises, problems } = readPromises();
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return promises;
}
