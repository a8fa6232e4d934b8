/** Names of files and folders: nearly right ones are not read by anything, and all others become addresses. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asName, isName } from '../readings/names.ts';
import type { Library } from './library.ts';

const spellings: [RegExp, string][] = [
  [/^topic\.ya?ml(\.txt)?$/i, 'topic.yaml'],
  [/^artwork\.ya?ml(\.txt)?$/i, 'artwork.yaml'],
  [/^standard\.(mdx?|markdown)(\.txt)?$/i, 'standard.mdx'],
  [/^easy[-_ ]?read\.(mdx?|markdown)(\.txt)?$/i, 'easy-read.mdx'],
];

/** What a file should be called; its own name when it is right, or when we cannot tell. */
const rightName = (name: string) => spellings.find(([spelling]) => spelling.test(name))?.[1] ?? name.replace(/\.ya?ml(\.txt)?$/i, '.yaml');

/**
 * Files that nothing reads, since their names are nearly right.
 * @returns the path that is read, and the path that is there instead
 */
export function misnamedFiles(dir: string): Map<string, string> {
  if (!existsSync(dir)) return new Map();
  const files = (readdirSync(dir, { recursive: true }) as string[]).map((file) => file.replaceAll('\\', '/')).sort();
  const found = files.map((file) => [join(dirname(file), rightName(basename(file))).replaceAll('\\', '/'), file] as const);
  return new Map(found.filter(([right, file]) => right !== file));
}

export function checkNames({ misnamed, topics, words, sources, artworks, find, report }: Library) {
  for (const [right, file] of misnamed) {
    const isThere = find(right).length > 0;
    const mend = isThere ? `${basename(right)} is beside it: take one of them away.` : `Rename it to ${basename(right)}.`;
    report(file, `is not read, because of its name. ${mend}`);
  }
  const folders = new Map<string, string>();
  for (const [ids, file] of [
    [topics.keys(), (id: string) => `${id}/topic.yaml`],
    [[...artworks.keys()].map((id) => `gallery/${id}`), (id: string) => `${id}/artwork.yaml`],
  ] as const)
    // A page before those in it, so that its own file is named.
    for (const id of [...ids].sort())
      id.split('/').forEach((_part, depth, parts) => {
        const folder = parts.slice(0, depth + 1).join('/');
        if (!folders.has(folder)) folders.set(folder, file(id));
      });
  for (const [folder, file] of folders) {
    const name = basename(folder);
    if (folder === '.') report(file, 'stands in no folder. The home page is content/home/, and every other page has a folder of its own.');
    else if (!isName(name)) report(file, `stands in the folder "${name}", whose name becomes an address. ${renameTo(name)}`);
  }
  for (const [room, names] of [
    ['words', words.keys()],
    ['sources', sources],
  ] as const)
    for (const name of names) if (!isName(name)) report(`${room}/${name}.yaml`, `has the name "${name}". ${renameTo(`${name}`)}`);
}

const renameTo = (name: string) => `Rename it with small letters, figures and hyphens, as "${asName(name) || 'a-name'}".`;
