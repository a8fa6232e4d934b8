/** Reads the pages of a built site. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { BuiltPage } from './sheets.ts';

/** @param folder the built site; @returns its pages in the order of their addresses, from the root, without base */
export function builtPages(folder: string): BuiltPage[] {
  return globSync('**/index.html', { cwd: folder })
    .map((file) => file.split(sep).join('/'))
    .sort()
    .map((file) => ({ address: `/${file.replace(/index\.html$/, '')}`, html: readFileSync(join(folder, file), 'utf8') }));
}
