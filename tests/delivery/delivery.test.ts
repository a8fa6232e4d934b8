/** One source of rules, three servers: our own, a real nginx and a real Caddy give the same answers, dates and ETag values aside. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, compared, type Answer, type Asked } from './asking.ts';
import { caddy, endAll, isThere, nginx, ourServer, type Served } from './servers.ts';

const others = { nginx, caddy };
const servers: Record<string, Served> = {};
beforeAll(async () => {
  servers.ours = await ourServer();
  for (const [name, start] of Object.entries(others)) if (isThere(name)) servers[name] = await start(servers.ours);
}, 60_000);
afterAll(endAll);

const home = readFileSync('dist/index.html', 'utf8');
const hashed = /\/_astro\/[\w.-]+\.js/.exec(home)![0];
const letters = /\/_astro\/fonts\/[\w.-]+\.woff2/.exec(home)![0];
const picture = /\/pictures\/[\w.-]+\.svg/.exec(readFileSync('dist/easy-read/index.html', 'utf8'))![0];
const artwork = /\/gallery\/([a-z-]+)\/400\.avif/.exec(readFileSync('dist/gallery/index.html', 'utf8'))![1]!;
const withBrotli = { 'Accept-Encoding': 'gzip, deflate, br' };
const leave = { Origin: 'https://library.example.org', 'Access-Control-Request-Method': 'GET' };

/** What is asked, and what must stand in each answer. */
const asks: [what: string, asked: Asked, expected: Partial<{ status: number } & Record<string, string | number | RegExp | undefined>>][] = [
  [
    'a page',
    { path: '/' },
    { status: 200, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'Accept-Encoding' },
  ],
  ['a page in brotli', { path: '/guides/', headers: withBrotli }, { status: 200, 'content-encoding': 'br', vary: 'Accept-Encoding' }],
  ['a page in gzip', { path: '/guides/', headers: { 'Accept-Encoding': 'gzip' } }, { 'content-encoding': 'gzip' }],
  ['brotli that is not wanted', { path: '/guides/', headers: { 'Accept-Encoding': 'br;q=0, gzip;q=0.5' } }, { 'content-encoding': 'gzip' }],
  ['no coding at all', { path: '/guides/', headers: { 'Accept-Encoding': 'identity' } }, { 'content-encoding': undefined }],
  ['a page by HEAD', { path: '/easy-read/guides/', method: 'HEAD' }, { status: 200 }],
  [
    'a page that may not be framed',
    { path: '/gallery/' },
    { 'content-security-policy': /frame-ancestors 'none'/, 'x-frame-options': 'DENY' },
  ],
  ['the page of an artwork', { path: `/gallery/${artwork}/` }, { 'content-security-policy': /frame-ancestors 'none'/ }],
  ['an embed page', { path: '/gallery/embed/' }, { 'content-security-policy': /^frame-ancestors \*;/, 'x-frame-options': undefined }],
  ['the embed page of an artwork', { path: `/gallery/${artwork}/embed/` }, { 'content-security-policy': /^frame-ancestors \*;/ }],
  ['an embed page that is gone', { path: '/gallery/gone/embed/' }, { status: 404, 'x-frame-options': undefined }],
  ['a script', { path: hashed, headers: withBrotli }, { 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' }],
  ['letters', { path: letters }, { 'content-type': 'font/woff2', 'access-control-allow-origin': '*', 'cache-control': /immutable/ }],
  [
    'a script that is gone',
    { path: '/_astro/gone.js' },
    { status: 404, 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' },
  ],
  ['a drawing', { path: picture }, { 'content-type': 'image/svg+xml', 'content-security-policy': /sandbox/, 'cache-control': /immutable/ }],
  [
    'a drawing that is gone',
    { path: '/pictures/gone.svg' },
    { status: 404, 'content-security-policy': /frame-ancestors 'none'; base-uri/ },
  ],
  [
    'a picture of an artwork',
    { path: `/gallery/${artwork}/400.avif` },
    { 'cross-origin-resource-policy': 'cross-origin', 'x-robots-tag': undefined },
  ],
  [
    'a picture of no artwork',
    { path: '/gallery/gone/400.avif' },
    { status: 404, 'cross-origin-resource-policy': 'same-origin', 'x-robots-tag': /noindex/ },
  ],
  [
    'a manifest',
    { path: '/iiif/gallery/manifest.json', headers: withBrotli },
    { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
  ],
  [
    'leave for a manifest',
    { path: '/iiif/gallery/manifest.json', method: 'OPTIONS', headers: leave },
    { status: 204, 'access-control-allow-methods': 'GET, HEAD' },
  ],
  ['leave for a page', { path: '/guides/', method: 'OPTIONS', headers: leave }, { status: 405, allow: 'GET, HEAD' }],
  ['a page that is sent something', { path: '/guides/', method: 'POST' }, { status: 405, allow: 'GET, HEAD' }],
  ['a page that is to be deleted', { path: '/guides/', method: 'DELETE' }, { status: 405 }],
  [
    'a feed',
    { path: '/progress/feed.json' },
    { 'content-type': 'application/feed+json; charset=utf-8', 'access-control-allow-origin': '*' },
  ],
  ['an Atom feed', { path: '/easy-read/progress/feed.atom' }, { 'content-type': 'application/atom+xml; charset=utf-8' }],
  ['the calendar', { path: '/progress/calendar.ics' }, { 'content-type': 'text/calendar; charset=utf-8' }],
  ['the sitemap', { path: '/sitemap-index.xml' }, { 'content-type': 'text/xml; charset=utf-8' }],
  ['the manifest of the site', { path: '/site.webmanifest' }, { 'content-type': 'application/manifest+json' }],
  ['the search index', { path: '/pagefind/pagefind-entry.json' }, { 'cache-control': 'no-cache' }],
  ['robots.txt', { path: '/robots.txt' }, { 'content-type': 'text/plain; charset=utf-8' }],
  ['security.txt', { path: '/.well-known/security.txt' }, { status: 200, 'content-type': 'text/plain; charset=utf-8' }],
  [
    'a part of a picture',
    { path: `/gallery/${artwork}/400.jpg`, headers: { Range: 'bytes=0-99' } },
    { status: 206, 'content-range': /^bytes 0-99\// },
  ],
  ['its end', { path: `/gallery/${artwork}/400.jpg`, headers: { Range: 'bytes=-10' } }, { status: 206 }],
  [
    'a part of an older picture',
    { path: `/gallery/${artwork}/400.jpg`, headers: { Range: 'bytes=0-9', 'If-Range': '"old"' } },
    { status: 200 },
  ],
  ['an address without its slash', { path: '/guides?a=b&c' }, { status: 301, location: '/guides/?a=b&c' }],
  ['the same without a question', { path: '/easy-read' }, { status: 301, location: '/easy-read/' }],
  ['a page by the name of its file', { path: '/guides/index.html?a=b' }, { status: 301, location: '/guides/?a=b' }],
  ['the first page by its file', { path: '/index.html' }, { status: 301, location: '/' }],
  [
    'a page that is not there',
    { path: '/no-such-page/' },
    { status: 404, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  ],
  ['a page that is not there, by HEAD', { path: '/no-such-page', method: 'HEAD' }, { status: 404 }],
  ['a page that is not there, to who has it', { path: '/no-such-page/', headers: { 'If-None-Match': '*' } }, { status: 404 }],
  ['a folder without a page', { path: '/_astro/' }, { status: 404 }],
  ['a twin by its own name', { path: '/index.html.br' }, { status: 404 }],
  ['a twin in other letters', { path: '/%69ndex.html%2egz' }, { status: 404 }],
  ['a map', { path: `${hashed}.map` }, { status: 404 }],
  ['the rules of static hosts', { path: '/_headers' }, { status: 404 }],
  ['a dotfile', { path: '/.git/config' }, { status: 404 }],
  ['a dotfile in other letters', { path: '/%2egit/config' }, { status: 404 }],
  ['two slashes', { path: '//guides/' }, { status: 404 }],
  ['the form', { path: '/pledge/sign/' }, { status: 200, 'cache-control': 'no-store' }],
  ['the public list', { path: '/pledge/signed.json' }, { status: 200 }],
  [
    'a form that is sent by a stranger',
    { path: '/pledge/sign/', method: 'POST', headers: { Origin: 'https://evil.example' } },
    { status: 403 },
  ],
];

const at = (answer: Answer, name: string) => (name === 'status' ? answer.status : answer.headers[name]);

describe('our server', () => {
  test.each(asks)('%s', async (_, asked, expected) => {
    const answer = await ask(servers.ours!, asked);
    for (const [name, value] of Object.entries(expected)) {
      if (value instanceof RegExp) expect(at(answer, name), name).toMatch(value);
      else expect(at(answer, name), name).toBe(value);
    }
    // The form is written anew for each person.
    if (answer.status < 400 && answer.status !== 301 && answer.status !== 204 && !asked.path.startsWith('/pledge/'))
      expect(answer.headers.etag).toMatch(/^"/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  });
});

/** The form has a new token in each answer. */
const isNew = ({ path }: Asked) => path === '/pledge/sign/';

describe.for(Object.keys(others))('%s', (name) => {
  const there = isThere(name);
  test.skipIf(!there)(`answers as our own server does (Debian's package ${name})`, async () => {
    const differences: unknown[] = [];
    for (const [what, asked] of asks) {
      const [ours, theirs] = await Promise.all([ask(servers.ours!, asked), ask(servers[name]!, asked)]);
      const pair = [ours, theirs].map((answer) => ({ ...compared(answer, asked.method), ...(isNew(asked) ? { body: '' } : {}) }));
      try {
        expect(pair[1], what).toEqual(pair[0]);
      } catch {
        differences.push(`${what}${diffOf(pair[0]!, pair[1]!)}`);
      }
    }
    expect(differences.join('\n')).toBe('');
  });

  test.skipIf(!there)('has an ETag for each form, and answers 304 to who has it', async () => {
    const tags = new Set<string>();
    for (const coding of ['identity', 'gzip', 'br']) {
      const first = await ask(servers[name]!, { path: '/guides/', headers: { 'Accept-Encoding': coding } });
      tags.add(first.headers.etag!);
      for (const has of [{ 'If-None-Match': first.headers.etag! }, { 'If-Modified-Since': first.headers['last-modified']! }]) {
        const again = await ask(servers[name]!, { path: '/guides/', headers: { 'Accept-Encoding': coding, ...has } });
        expect([again.status, again.text, again.headers['cache-control'], again.headers.vary]).toEqual([
          304,
          '',
          'no-cache',
          'Accept-Encoding',
        ]);
      }
    }
    expect(tags.has(undefined as never)).toBe(false);
  });
});

/** @returns which headers differ, in one line each */
function diffOf(ours: ReturnType<typeof compared>, theirs: ReturnType<typeof compared>): string {
  const names = new Set([...Object.keys(ours.said), ...Object.keys(theirs.said)]);
  return [
    ...(ours.status === theirs.status ? [] : [`status: ours ${ours.status}, theirs ${theirs.status}`]),
    ...(ours.body === theirs.body ? [] : [`body: ours ${ours.body}, theirs ${theirs.body}`]),
    ...[...names]
      .filter((name) => ours.said[name] !== theirs.said[name])
      .map((name) => `${name}: ours ${ours.said[name]}, theirs ${theirs.said[name]}`),
  ]
    .map((line) => `\n    ${line}`)
    .join('');
}
