/** The built site, read once for all checks: every page with its address, its reading and its parsed HTML. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { Reading } from '../../src/readings/reading.ts';

export interface Page {
  /** From the root of the site, without the base path: `/easy-read/pledge/`. */
  address: string;
  file: string;
  /** As its address says; the page itself is held to it by a check. The 404 page holds both. */
  reading: Reading | 'both';
  html: string;
  $: CheerioAPI;
}

/** The folder of the built site: `SITE_DIR`, or `dist`. Set `CONTENT_DIR` too where it was built of other content. */
export const folder = resolve(process.env.SITE_DIR || 'dist');
if (!existsSync(join(folder, 'index.html')))
  throw new Error(`There is no built site in ${folder}. Run "npm run build" first, or set SITE_DIR.`);

function readPage(path: string): Page {
  const address = `/${path
    .split(sep)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1')}`;
  const html = readFileSync(join(folder, path), 'utf8');
  const reading = address === '/404.html' ? 'both' : address.startsWith('/easy-read/') ? 'easy-read' : 'standard';
  // Scripting is off, so that what stands in <noscript> is read as elements, as readers without script see it.
  return { address, file: path, reading, html, $: load(html, { scriptingEnabled: false }) };
}

export const allPages: readonly Page[] = globSync('**/*.html', { cwd: folder }).sort().map(readPage);
export const pageAt = new Map(allPages.map((page) => [page.address, page]));

/** The pages without a twin, as the contract lists them. Written here again, so that the site's own list is tested too. */
const withoutTwin = /^\/(404\.html|gallery\/(.*\/)?embed\/|gallery\/screen\/|authors\/)/;
/** Pages that stand alone on a display or within another site: they have no header with ways on, and so nothing to skip. */
const alone = /^\/gallery\/((.*\/)?embed|screen)\/$/;
export const fullPages = allPages.filter(({ address }) => !alone.test(address));
export const twinPages = allPages.filter(({ address }) => !withoutTwin.test(address));
export const standardPages = twinPages.filter(({ reading }) => reading === 'standard');
export const easyReadPages = twinPages.filter(({ reading }) => reading === 'easy-read');
export const twinOf = ({ address, reading }: Page) =>
  reading === 'easy-read' ? address.replace(/^\/easy-read/, '') : `/easy-read${address}`;

/** The elements that a selector finds, in the order of the page; all where none is given. */
export const elementsOf = ($: CheerioAPI, selector = '*') =>
  $(selector)
    .toArray()
    .filter((node): node is Element => 'attribs' in node);
