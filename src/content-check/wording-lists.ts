/** The lists of words of a content folder, and its exceptions: `content/wording/`. A council may leave all of them out. */
import { basename } from 'node:path';
import { exceptionsSchema, listNames, listSchema, type Exception, type ListName } from '../easy-read/lists.schema.ts';
import { listsWith, type Lists, type OwnLists } from '../easy-read/lists.ts';
import type { LineOf, ReadYaml } from './yaml-files.ts';

/** An exception, its line, and whether it excepted anything in this run. */
export interface PlacedException extends Exception {
  line: number | undefined;
  used: boolean;
}

export const exceptionsFile = 'wording/exceptions.yaml';

/** @param find the files of the content folder; what cannot be read has been told by `readYaml` */
export function readWordingLists(
  find: (pattern: string) => string[],
  readYaml: ReadYaml,
  lineOf: LineOf,
): { lists: Lists; exceptions: PlacedException[]; brokenLists: string[] } {
  const own: OwnLists = {};
  const brokenLists: string[] = [];
  for (const file of find('wording/*.yaml')) {
    const name = basename(file, '.yaml');
    if (file === exceptionsFile || !(listNames as string[]).includes(name)) continue;
    const entries = readYaml(file, listSchema);
    if (entries) own[name as ListName] = entries;
    else brokenLists.push(file);
  }
  const exceptions = find(exceptionsFile).length > 0 ? readYaml(exceptionsFile, exceptionsSchema) : [];
  if (!exceptions) brokenLists.push(exceptionsFile);
  return {
    lists: listsWith(own),
    brokenLists,
    exceptions: (exceptions ?? []).map((exception, index) => ({ ...exception, line: lineOf(exceptionsFile, index), used: false })),
  };
}

/** Files in the folder of lists that no rule reads. */
export const unknownLists = (find: (pattern: string) => string[]) =>
  find('wording/*').filter((file) => file !== exceptionsFile && !(listNames as string[]).some((name) => file === `wording/${name}.yaml`));
