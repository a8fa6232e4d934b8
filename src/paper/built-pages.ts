/** Reads the pages of a built site. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { BuiltPage } from './sheets.ts';

/**
 * @param folder the built site
 * @returns its pages in the order of their addresses, from the root, without base; each is read anew when its HTML is asked for, since
 * thousands together would fill the memory
 */
export function builtPages(folder: string): BuiltPage[] {
  return globSync('**/index.html', { cwd: folder })
    .map((file) => file.split(sep).join('/'))
    .sort()
    .map((file) => ({
      address: `/${file.replace(/index\.html$/, '')}`,
      get html() {
        return readFileSync(join(folder, file), 'utf8');
      },
    }));
}
