/**
 * What other websites may show and load of ours: embed pages in a frame, and for these and for other people's viewers the pictures,
 * tiles, letters and answers that they need. Nothing else can be framed, and a picture whose family did not agree stays with us.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MiddlewareHandler } from 'hono';

export interface Sharing {
  /** The folder of the built site. */
  folder: string;
  /** Where the site stands on its host, with slashes at both ends. */
  base: string;
  /** The origins that may put an embed page in a frame; `*` alone for all. */
  embedOrigins: readonly string[];
}

const embedPage = /^gallery\/([^/]+\/)?embed\/$/;
/** The data, feeds, calendar and numbers of progress are there for other programs. */
const progressData =
  /^(?:easy-read\/)?progress\/(?:.*\/)?(?:data(?:\.schema)?\.json|feed\.(?:atom|rss|json)|calendar\.ics|(?:measures|milestones)\.csv)$/;
/** Frames in a sandbox have no origin, so letters and scripts come to them as to a stranger. */
const forEverybody = [/^iiif\//, /^_astro\//, /^gallery\/([^/]+\/)?oembed\.json$/, /^gallery\/share\/frame\.js$/, embedPage, progressData];
const artworkFile = /^gallery\/([a-z0-9-]+)\/[^/]+\.\w+$/;

/** The pictures of an artwork, its tiles, sheets and sounds; not its page. */
const fileOfArtwork = /^gallery\/[a-z0-9-]+\/.*\.(?:avif|jpg|mp3|pdf|svg)$/;

const withoutBase = (path: string, base: string) => (path.startsWith(base) ? path.slice(base.length) : '');
/** Whether an address is that of an embed page, there or not. @param path with the site's sub-path */
export const isEmbedPage = (path: string, base: string): boolean => embedPage.test(withoutBase(path, base));

/** Whether other websites may load what stands at an address. @param path without the site's sub-path */
function isShared(path: string, folder: string): boolean {
  if (forEverybody.some((pattern) => pattern.test(path))) return true;
  const artwork = artworkFile.exec(path)?.[1];
  // The build makes a manifest of exactly those artworks that may be shown elsewhere.
  return artwork !== undefined && existsSync(join(folder, 'iiif', artwork, 'manifest.json'));
}

/** @returns a rule that every answer passes: Fetch's CORS protocol, Cross-Origin-Resource-Policy, and CSP's frame-ancestors */
export function sharing({ folder, base, embedOrigins }: Sharing): MiddlewareHandler {
  // The site shows its own embed pages as a preview.
  const ancestors = embedOrigins.includes('*') ? '*' : ["'self'", ...embedOrigins].join(' ');
  return async (context, next) => {
    const { path, method } = context.req;
    const inSite = withoutBase(path, base);
    if (!isShared(inSite, folder)) {
      await next();
      // A search engine is another website too.
      if (fileOfArtwork.test(inSite)) context.res.headers.set('X-Robots-Tag', 'noindex, noimageindex');
      return;
    }
    if (method === 'OPTIONS' && context.req.header('Access-Control-Request-Method'))
      context.res = context.body(null, 204, {
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': '*',
        'Access-Control-Max-Age': '86400',
      });
    else await next();
    const { headers } = context.res;
    headers.set('Access-Control-Allow-Origin', '*');
    headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
    if (isEmbedPage(path, base)) headers.set('Content-Security-Policy', `frame-ancestors ${ancestors}; base-uri 'none'; object-src 'none'`);
  };
}
