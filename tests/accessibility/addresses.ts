/** Every address that a reader can open: the sitemap of the built site, and the page for addresses that do not exist. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** The folder of the built site. */
export const folder = resolve(process.env.OUT_DIR || 'dist');
const locations = (file: string) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1]!).pathname);

/** Pages that the sitemap leaves out, since they have no twin. */
const withoutTwin = ['/authors/patterns/', '/authors/pictures/', '/gallery/screen/', '/404.html'];

/** Pages for frames on other websites. */
const embeds = () =>
  globSync('gallery/**/embed/index.html', { cwd: folder })
    .map((file) => `/${dirname(file).split(sep).join('/')}/`)
    .sort();

/** @throws a sentence where there is no built site */
export function everyAddress(): string[] {
  if (!existsSync(join(folder, 'sitemap-index.xml'))) throw new Error(`There is no built site in ${folder}. Run "npm run build" first.`);
  const pages = locations('sitemap-index.xml').flatMap((sitemap) => locations(basename(sitemap)));
  return [...pages.sort(), ...embeds(), ...withoutTwin];
}

/** Parts of like size, so that each is one test with one page object. */
export function inParts<T>(all: T[], parts: number): T[][] {
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));
}
