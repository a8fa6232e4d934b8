/** What our server answers, byte for byte: a raw request, since a browser tidies an address before it asks. */
import { request, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { menu } from './example-pages.ts';
import { expect, test } from './site.ts';

/** A page of this content, with its slash and without. */
const page = menu[0]!;
const bare = page.slice(0, -1);

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const ask = (path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<Answer>((done, failed) => {
    const { hostname, port } = new URL(process.env.TESTED_SITE ?? '');
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', failed).end();
  });

for (const [from, to] of [
  [bare, page],
  ['/easy-read', '/easy-read/'],
  ['/search?q=bus%20to%20college&from=home', '/search/?q=bus%20to%20college&from=home'],
] as const) {
  test(`${from} leads to ${to} for good`, async () => {
    const { status, headers } = await ask(from);
    expect(status).toBe(301);
    expect(headers.location).toBe(to);
  });
}

const closed = [
  '/.git/config',
  '/.env',
  '/%2egit/config',
  '/.astro/',
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/%2e%2e%2fpackage.json',
  `${page}..%2f..%2fpackage.json`,
  '/..%5cpackage.json',
  '/index.html.br',
  '/index.html.gz',
  '/%69ndex.html%2ebr',
  '/%',
  '/%00',
  '/no-such-page',
  '//example.org/%2e%2e',
  `/${bare}`,
  `/%2f${bare.slice(1)}`,
  `/./${bare}`,
  `//example.org/%2e%2e${bare}`,
];
for (const path of closed) {
  test(`${path} is not there`, async () => {
    const { status, body, headers } = await ask(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('text/html');
    expect(body.toString()).toContain('data-reading="easy-read"');
  });
}

test('HEAD answers as GET does, without a body', async () => {
  for (const [path, expected] of [
    ['/', 200],
    ['/no-such-page/', 404],
    [bare, 301],
  ] as const) {
    const { status, body } = await ask(path, { method: 'HEAD' });
    expect([path, status, body.length]).toEqual([path, expected, 0]);
  }
});

test('it sends the smallest form that the browser can read', async () => {
  const plain = (await ask('/')).body;
  const brotli = await ask('/', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  const gzip = await ask('/', { headers: { 'accept-encoding': 'gzip' } });
  expect([brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
  expect(brotliDecompressSync(brotli.body).equals(plain)).toBe(true);
  expect(gunzipSync(gzip.body).equals(plain)).toBe(true);
  expect(brotli.headers.vary?.toLowerCase(), 'a cache between must keep the forms apart').toContain('accept-encoding');
  expect(brotli.headers['content-type']).toContain('text/html');
});

test('a page that has not changed is not sent again', async () => {
  const first = await ask(page);
  const since = first.headers['last-modified'] ?? '';
  const { status, body } = await ask(page, { headers: { 'If-Modified-Since': since } });
  expect(status).toBe(304);
  expect(body).toHaveLength(0);
  expect((await ask(page, { headers: { 'If-Modified-Since': 'Thu, 01 Jan 2015 00:00:00 GMT' } })).status).toBe(200);
});

test('no page is kept without asking again, and a picture of the dictionary is', async () => {
  for (const path of ['/', page, `/easy-read${page}`, '/about/pictures/', '/no-such-page'])
    expect((await ask(path)).headers['cache-control'], path).toBe('no-cache');
  const picture = /\/pictures\/[\w.-]+\.svg/.exec((await ask('/easy-read/')).body.toString())?.[0] ?? '';
  const { headers } = await ask(picture);
  expect(headers['cache-control']).toContain('immutable');
  expect(headers['content-security-policy'], 'a drawing opened by itself runs no script').toContain('sandbox');
});

test('nothing can be sent to a page', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    const { status, headers } = await ask(page, { method });
    expect(status, method).toBe(405);
    expect(headers.allow).toBe('GET, HEAD');
  }
});

test('a weight of nothing refuses a coding', async () => {
  expect((await ask('/', { headers: { 'Accept-Encoding': 'gzip;q=1.0, br;q=0' } })).headers['content-encoding']).toBe('gzip');
  expect((await ask('/', { headers: { 'Accept-Encoding': 'identity' } })).headers['content-encoding']).toBeUndefined();
});

for (const [path, type] of [
  ['/progress/feed.atom', 'application/atom+xml'],
  ['/easy-read/progress/feed.rss', 'application/rss+xml'],
  ['/progress/feed.json', 'application/feed+json'],
  ['/progress/calendar.ics', 'text/calendar'],
  ['/progress/data.json', 'application/json'],
  ['/progress/data.schema.json', 'application/json'],
] as const)
  test(`${path} has the type that programs look for, and may be read from any website`, async () => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(`${type}; charset=utf-8`.replace(type === 'application/json' ? '; charset=utf-8' : '\0', ''));
    expect(headers['access-control-allow-origin']).toBe('*');
  });
