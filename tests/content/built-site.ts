/** A built folder as tests read it: its files, its pages, and every address that stands in them. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { load, type CheerioAPI } from 'cheerio';

export interface BuiltPage {
  /** From the root of the site, without base: `/easy-read/pledge/`. */
  address: string;
  html: string;
  $: CheerioAPI;
}

/** Every file of a folder, with `/` between its parts on every system. */
export const filesIn = (folder: string) =>
  globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .sort();

/** What can be read in a file, compressed or not; a picture gives its bytes as letters, so that notes within it are found too. */
export function readableText(path: string): string {
  const bytes = readFileSync(path);
  if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString('utf8');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString('utf8');
  return bytes.toString(/\.(png|jpe?g|avif|webp|woff2|pagefind)$/.test(path) ? 'latin1' : 'utf8');
}

export const pagesIn = (folder: string): BuiltPage[] =>
  filesIn(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      // Scripting is off, so that what stands in <noscript> is read too.
      return { address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, $: load(html, { scriptingEnabled: false }) };
    });

/**
 * The file that an address leads to.
 * @param path from the root, without base
 * @returns undefined when there is none; a folder without its slash has none, since links must not cost a redirect
 */
export function fileAt(folder: string, path: string): string | undefined {
  const file = `${decodeURIComponent(path).slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
  return existsSync(join(folder, file)) && statSync(join(folder, file)).isFile() ? file : undefined;
}
