/** Every address in a page, wherever HTML or this site lets one stand, and whether it leads somewhere. */
import type { CheerioAPI } from 'cheerio';
import { fileAt, type BuiltPage } from './built-site.ts';

export interface Address {
  /** The element and attribute that it stands in, as `link[rel=icon]` or `img[srcset]`. */
  where: string;
  to: string;
}

const inAttributes = ['href', 'src', 'action', 'poster', 'data-bundle'];
const firstOfEach = (set: string) => set.split(',').map((part) => part.trim().split(/\s+/)[0]!);

export function addressesIn($: CheerioAPI): Address[] {
  const found: Address[] = [];
  const from = (selector: string, attribute: string, read: (value: string) => string[]) =>
    $(selector).each((_, element) => {
      const tag = $(element).prop('tagName')?.toLowerCase();
      const kind = tag === 'link' ? 'rel' : tag === 'meta' ? 'property' : undefined;
      const where = `${tag}[${kind ? `${kind}=${$(element).attr(kind)}` : attribute}]`;
      for (const to of read($(element).attr(attribute) ?? '')) found.push({ where, to });
    });
  for (const attribute of inAttributes) from(`[${attribute}]`, attribute, (value) => [value]);
  for (const attribute of ['srcset', 'imagesrcset']) from(`[${attribute}]`, attribute, firstOfEach);
  from('meta[property="og:url"], meta[property="og:image"]', 'content', (value) => [value]);
  from('[data-pictures]', 'data-pictures', (value) => Object.values(JSON.parse(value) as Record<string, string>));
  $('style').each((_, element) => {
    for (const [, to] of $(element).text().matchAll(/url\(["']?([^"')]+)["']?\)/g)) found.push({ where: 'style', to: to! });
  });
  return found.filter(({ to }) => !to.startsWith('data:'));
}

export interface Place {
  origin: string;
  /** With slashes at both ends. */
  base: string;
}

/**
 * What is wrong with an address of a page.
 * @returns undefined when it leads to a file of the site, to its anchor, or, as a link for people, to another site
 */
export function problemWith({ where, to }: Address, page: BuiltPage, pages: BuiltPage[], folder: string, { origin, base }: Place): string | undefined {
  const say = (problem: string) => `${page.address} ${where} "${to}" ${problem}`;
  const url = new URL(to, `${origin}${base.slice(0, -1)}${page.address}`);
  if (/^(mailto|tel|sms):$/.test(url.protocol)) return undefined;
  if (url.origin !== origin) return where.startsWith('a[') ? undefined : say('makes the browser ask another host');
  if (!url.pathname.startsWith(base)) return say(`does not begin with ${base}`);
  const path = url.pathname.slice(base.length - 1);
  // A folder of files for a script, not a page.
  if (where.includes('data-bundle')) return fileAt(folder, `${path}pagefind.js`) ? undefined : say('has no search index');
  if (!fileAt(folder, path)) return say('leads to no file');
  const target = pages.find(({ address }) => address === path);
  const id = decodeURIComponent(url.hash.slice(1));
  if (id && target && target.$(`[id="${id}"]`).length === 0) return say(`leads to an anchor that ${path} does not have`);
  return undefined;
}

/** What a phone reads of the site's manifest. */
export const addressesOfManifest = (json: string): Address[] => {
  const manifest = JSON.parse(json) as { start_url: string; scope: string; icons: { src: string }[] };
  return [manifest.start_url, manifest.scope, ...manifest.icons.map(({ src }) => src)].map((to) => ({ where: 'manifest', to }));
};

/** What a search engine reads of a sitemap. */
export const addressesOfSitemap = (xml: string): Address[] => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, to]) => ({ where: 'sitemap', to: to! }));
