/** The files of the built site, and which of them an address leads to. */
import { globSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { folder } from './pages.ts';
import { base, origin } from './place.ts';

/** All files, as paths from the folder with `/`. */
export const files: ReadonlySet<string> = new Set(
  globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/')),
);

export const pathOf = (file: string) => join(folder, file);
export const filesLike = (ending: RegExp) => [...files].filter((file) => ending.test(file)).sort();

export type Lead = { to: 'file'; file: string; hash: string } | { to: 'outside'; url: URL } | { to: 'nowhere'; because: string };

/**
 * Follows a reference as a browser would.
 * @param reference what stands in `href`, `src` …
 * @param from the address of the page that it stands on, from the root, without base
 */
export function follow(reference: string, from: string): Lead {
  if (!URL.canParse(reference, `${origin}${base.slice(0, -1)}${from}`))
    return { to: 'nowhere', because: 'is no address. Mend its spelling.' };
  const url = new URL(reference, `${origin}${base.slice(0, -1)}${from}`);
  if (url.origin !== origin) return { to: 'outside', url };
  if (!url.pathname.startsWith(base))
    return { to: 'nowhere', because: `leads out of the site, which stands below "${base}". Put the base path in front of it.` };
  const path = decodeURIComponent(url.pathname.slice(base.length));
  if (files.has(`${path}/index.html`)) return { to: 'nowhere', because: 'has no slash at its end. Put one there.' };
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file)) return { to: 'nowhere', because: 'leads to a file that does not exist. Mend the address, or make the page.' };
  return { to: 'file', file, hash: decodeURIComponent(url.hash.slice(1)) };
}
