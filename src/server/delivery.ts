/**
 * Every rule of delivery, stated once: what each answer says in its headers, how long it may be kept, who may frame and load it, and what
 * is never answered. Our own server, the files for nginx and Caddy and the `_headers` file in `deploy/` are all made from it, and one
 * test asks each of them the same. Patterns stand for addresses without the site's sub-path, in what
 * JavaScript, PCRE and RE2 read alike: no looking ahead.
 * Over 150 lines, so that nobody looks for a rule in two places.
 */

export interface Delivery {
  /** Whether the site's public address is HTTPS. */
  https: boolean;
  /** The origins of other sites that may show embed pages in a frame; `*` alone for all. */
  embedOrigins: readonly string[];
}

export interface Rule {
  /** Why, as a comment for the files of other servers. */
  why: string;
  /** Which addresses; none: all of them. */
  addresses?: string;
  /** Only where the answer is not an error: the page for "not found" is nobody's picture. */
  found?: true;
  /** Only where the built site has this file; `$1` is the first group of the pattern. */
  where?: string;
  /** Later rules go before earlier ones. An empty header is not sent. */
  headers: Readonly<Record<string, string>>;
}

/** The types of all that is published, by the ending of its name. */
export const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  // RFC 4287 and the common name of the other.
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  avif: 'image/avif',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  pdf: 'application/pdf',
  woff2: 'font/woff2',
};
/** Names that no reader knows, as the parts of the search index. */
export const otherType = 'application/octet-stream';

const jsonFeed = { addresses: '/feed\\.json$', type: 'application/feed+json; charset=utf-8' };
/** @param path an address, or the path of a file @returns its type; that of a page for an address that ends with a slash */
export const typeOf = (path: string): string =>
  new RegExp(jsonFeed.addresses).test(path)
    ? jsonFeed.type
    : (types[/\.(\w+)$/.exec(path)?.[1] ?? (path.endsWith('/') ? 'html' : '')] ?? otherType);

/** Nothing here asks for a device; no frame or script may either. */
const notAsked = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb'];

/** What a page and what a file may do stands in each page's own meta element; two policies would intersect, so this has the rest alone. */
const policy = (ancestors: string) => `frame-ancestors ${ancestors}; base-uri 'none'; object-src 'none'`;

/** @returns what every answer carries, whatever answers it, the pages for staff too */
export const headersOfAll = (https: boolean): Record<string, string> => ({
  'Content-Security-Policy': policy("'none'"),
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  // With no-referrer a browser would send "Origin: null" with the site's own forms.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': notAsked.map((device) => `${device}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Other hosts below a council's name are not ours to speak for, so no includeSubDomains.
  ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
});

/** A page for a frame on another website. */
export const embedPage = '^/gallery/([^/]+/)?embed/$';
const shared = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** What other websites may load: IIIF, letters and scripts of frames in a sandbox, which have no origin, and data made for programs. */
const forEverybody = [
  '/iiif/',
  '/_astro/',
  '/gallery/([^/]+/)?oembed\\.json$',
  '/gallery/share/frame\\.js$',
  '/(easy-read/)?progress/(.*/)?(data(\\.schema)?\\.json|feed\\.(atom|rss|json)|calendar\\.ics|(measures|milestones)\\.csv)$',
];

/** @returns all rules, the general ones first */
export function rulesOf({ https, embedOrigins }: Delivery): Rule[] {
  // The site shows its own embed pages as a preview.
  const ancestors = embedOrigins.includes('*') ? '*' : ["'self'", ...embedOrigins].join(' ');
  return [
    {
      why: 'Every answer is asked for anew, and sent anew only when it has changed.',
      headers: { ...headersOfAll(https), 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding' },
    },
    {
      why: 'A file whose name changes with what it holds is kept for a year.',
      addresses: '^/(_astro/.+|pictures/[^/]+\\.svg|pagefind/(fragment|index|filter)/.+|pagefind/.+\\.pf_meta)$',
      found: true,
      headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    },
    {
      why: 'A drawing that is opened by itself runs nothing.',
      addresses: '\\.svg$',
      found: true,
      headers: { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'" },
    },
    {
      why: 'JSON Feed 1.1 has a type of its own.',
      addresses: jsonFeed.addresses,
      found: true,
      headers: { 'Content-Type': jsonFeed.type },
    },
    {
      why: 'The pictures of an artwork stay with us, and out of search engines: they are other websites too.',
      addresses: '^/gallery/[a-z0-9-]+/.*\\.(avif|jpg|mp3|pdf|svg)$',
      headers: { 'X-Robots-Tag': 'noindex, noimageindex' },
    },
    {
      why: 'But those whose family agreed: the build makes a manifest of exactly these.',
      addresses: '^/gallery/([a-z0-9-]+)/[^/]+\\.[a-z0-9]+$',
      where: '/iiif/$1/manifest.json',
      headers: { ...shared, 'X-Robots-Tag': '' },
    },
    { why: 'These are made for other websites and programs.', addresses: `^(${forEverybody.join('|')})`, headers: shared },
    {
      why: 'Embed pages stand in frames on other websites. The older header knows no list of sites, so the policy alone rules them.',
      addresses: embedPage,
      headers: { ...shared, 'Content-Security-Policy': policy(ancestors), 'X-Frame-Options': '' },
    },
  ];
}

/** Two slashes, which a browser would read as another host, a way up, dotfiles, compressed twins by their own name, and maps. */
export const hidden = '//|\\\\|(^|/)\\.|\\.(br|gz|map)$|(^|/)_headers$';
/** The one address with a dot that is for everybody (RFC 9116). */
export const securityTxt = '/.well-known/security.txt';
/** What our own server answers even where another one serves the files: the form of the pledge and the public list. */
export const answeredByService = '^/(easy-read/)?pledge/sign(ed)?([/.]|$)';
/** How other websites' scripts ask for leave first (Fetch, CORS preflight). */
export const preflight = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
} as const;
export const notTaken = 'Nothing can be sent to this address in this way.';

/**
 * @param rules from `rulesOf`
 * @param path an address without the site's sub-path
 * @param found whether the answer is not an error
 * @param has whether the built site has a file, by its path with a slash in front
 * @returns the headers of the answer; an empty one is to be taken away
 */
export function headersFor(rules: readonly Rule[], path: string, found: boolean, has: (file: string) => boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rules) {
    const match = rule.addresses === undefined ? ([] as string[]) : new RegExp(rule.addresses).exec(path);
    if (!match || (rule.found && !found)) continue;
    if (rule.where !== undefined && !has(rule.where.replace('$1', match[1]!))) continue;
    Object.assign(headers, rule.headers);
  }
  return headers;
}
