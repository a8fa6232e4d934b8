/**
 * The name of a PDF in the cache: a hash of all that it is made of. The command that makes PDFs and the build that links them
 * compute it from the same built page, so a changed page never links an old PDF.
 *
 * The browser's version is left out: a build on a machine without a browser could not know it, and would unlink every PDF.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookletWords } from './booklet.ts';
import { withoutPlace } from './place.ts';
import { mainOf, type BuiltPage, type Sheet } from './sheets.ts';

const hash = (...parts: (string | Uint8Array)[]) =>
  parts
    .reduce((sum: ReturnType<typeof createHash>, part) => sum.update(`${part.length} `).update(part), createHash('sha256'))
    .digest('hex');

/** The code and the letters that lay a page out on paper: a change of them makes all PDFs anew. */
const makers = [
  'layout.ts',
  'booklet.ts',
  'printer.ts',
  'chromium.ts',
  '../styles/fonts/paper-400.woff2',
  '../styles/fonts/paper-700.woff2',
];
const maker = hash(
  ...makers.map((file) => readFileSync(join(import.meta.dirname, file))),
  JSON.stringify({ ...bookletWords('2000-01-01'), made: '' }),
);

export interface SiteOnDisk {
  folder: string;
  /** The public address of the site: links on paper name it. */
  siteUrl: URL;
  base: string;
}

/** Pictures, letters and style sheets that a page's main part and styles name, by their bytes. */
function filesOf(text: string, { folder, base }: SiteOnDisk): string[] {
  const named = [...text.matchAll(/\s(?:src|srcset)="([^"]+)"|<link\b[^>]*\shref="([^"]+)"|url\(["']?([^"')]+)/g)]
    .flatMap((match) => (match[1] ?? match[2] ?? match[3]!).split(','))
    .map((one) => one.trim().split(/\s/)[0]!)
    // A page in a frame is not printed.
    .filter((one) => one.startsWith(base) && !one.endsWith('/'));
  return [...new Set(named)].sort().map((one) => {
    const path = join(folder, decodeURIComponent(one.slice(base.length)));
    return `${one} ${existsSync(path) ? hash(readFileSync(path)) : 'missing'}`;
  });
}

const partOf = (html: string, pattern: RegExp) => pattern.exec(html)?.[0] ?? '';

/** All that a page prints, as text. */
function printed({ html }: BuiltPage, site: SiteOnDisk): string[] {
  const main = mainOf(withoutPlace(html));
  const styles = [...html.matchAll(/<style\b[^>]*>[\s\S]*?<\/style>|<link\b[^>]*rel="stylesheet"[^>]*>/g)].map(([style]) => style).join('');
  return [partOf(html, /<html\b[^>]*>/), partOf(html, /<title>[\s\S]*?<\/title>/), main, styles, ...filesOf(`${main} ${styles}`, site)];
}

/** Where the cover of a booklet takes its words from: the header, with the name of the site, and its first page, with its notice. */
const coverOf = ({ html }: BuiltPage, home: BuiltPage | undefined) => [
  partOf(html, /<header\b[\s\S]*?<\/header>/),
  home ? mainOf(withoutPlace(home.html)) : '',
];

/** @returns 24 letters and figures that change with anything that the PDF shows */
export function printKey({ kind, pages, home }: Sheet, site: SiteOnDisk): string {
  return hash(
    maker,
    kind,
    site.siteUrl.href,
    ...(kind === 'booklet' ? coverOf(pages[0]!, home) : []),
    ...pages.flatMap((page) => [page.address, ...printed(page, site)]),
  ).slice(0, 24);
}
