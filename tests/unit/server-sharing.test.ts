/** What other websites may frame and load, by the headers of each answer. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { siteApp } from '../../src/server/app.ts';
import { listening } from './server-sockets.ts';

const folder = mkdtempSync(join(tmpdir(), 'sharing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const page = '<!doctype html><p>here';
for (const [file, text] of [
  ['404.html', page],
  ['index.html', page],
  ['gallery/index.html', page],
  ['gallery/embed/index.html', page],
  ['gallery/share/index.html', page],
  ['gallery/share/frame.js', '// script'],
  ['gallery/oembed.json', '{}'],
  ['gallery/open-gate/index.html', page],
  ['gallery/open-gate/embed/index.html', page],
  ['gallery/open-gate/oembed.json', '{}'],
  ['gallery/open-gate/400.avif', 'picture'],
  ['gallery/open-gate/audio.mp3', 'ID3 a voice that describes it'],
  ['gallery/long-bench/index.html', page],
  ['gallery/long-bench/400.jpg', 'picture'],
  ['gallery/long-bench/tiles/full/max/0/default.jpg', 'picture'],
  ['iiif/open-gate/manifest.json', '{}'],
  ['iiif/images/open-gate/full/max/0/default.jpg', 'picture'],
  ['_astro/letters.woff2', 'letters'],
] as const) {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const served = async (more: { base?: string; embedOrigins?: string[] } = {}) => {
  const { base = '/', ...rest } = more;
  const { url } = await listening(siteApp({ folder, base, ...rest }));
  return (path: string, init: RequestInit = {}) => fetch(url + base + path, { redirect: 'manual', ...init });
};
const shared = (answer: Response) => [
  answer.headers.get('access-control-allow-origin'),
  answer.headers.get('cross-origin-resource-policy'),
];
const forAll = ['*', 'cross-origin'];
const oursAlone = [null, 'same-origin'];

describe.each(['/', '/local-offer/'])('below %s', (base) => {
  test.each([
    ['iiif/open-gate/manifest.json', 200, 'application/json'],
    ['iiif/images/open-gate/full/max/0/default.jpg', 200, 'image/jpeg'],
    ['iiif/images/long-bench/info.json', 404, 'text/html; charset=utf-8'],
    ['iiif/nothing', 404, 'text/html; charset=utf-8'],
    ['_astro/letters.woff2', 200, 'font/woff2'],
    ['gallery/share/frame.js', 200, 'text/javascript; charset=utf-8'],
    ['gallery/oembed.json', 200, 'application/json'],
    ['gallery/open-gate/oembed.json', 200, 'application/json'],
    ['gallery/embed/', 200, 'text/html; charset=utf-8'],
    ['gallery/open-gate/embed/', 200, 'text/html; charset=utf-8'],
    ['gallery/open-gate/400.avif', 200, 'image/avif'],
    ['gallery/open-gate/audio.mp3', 200, 'audio/mpeg'],
  ])('%s may be loaded by everybody (%d, %s)', async (path, status, type) => {
    const answer = await (await served({ base }))(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    expect(shared(answer)).toEqual(forAll);
  });

  test.each([
    ['', 200],
    ['gallery/', 200],
    ['gallery/share/', 200],
    ['gallery/open-gate/', 200],
    ['gallery/long-bench/', 200],
    ['gallery/long-bench/400.jpg', 200],
    ['gallery/long-bench/tiles/full/max/0/default.jpg', 200],
    ['gallery/nothing/400.jpg', 404],
    ['easy-read/gallery/embed/', 404],
    ['other/gallery/embed/', 404],
  ])('%s stays with us (%d)', async (path, status) => {
    const answer = await (await served({ base, embedOrigins: ['*'] }))(path);
    expect(answer.status).toBe(status);
    expect(shared(answer)).toEqual(oursAlone);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });

  test('embed pages may stand in frames of all sites, and in no other way than the policy says', async () => {
    const ask = await served({ base });
    for (const path of ['gallery/embed/', 'gallery/open-gate/embed/']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toBe("frame-ancestors *; base-uri 'none'; object-src 'none'");
      expect(headers.has('x-frame-options'), 'the older header would forbid it').toBe(false);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('or in those that the council names, and in our own preview', async () => {
    const embedOrigins = ['https://library.example.org', 'https://www.example.org'];
    const { headers } = await (await served({ base, embedOrigins }))('gallery/embed/');
    expect(headers.get('content-security-policy')).toMatch(
      /^frame-ancestors 'self' https:\/\/library\.example\.org https:\/\/www\.example\.org;/,
    );
    expect(headers.has('x-frame-options')).toBe(false);
  });

  test('an artwork that was taken down says so within its frame', async () => {
    const answer = await (await served({ base }))('gallery/taken-down/embed/');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toMatch(/^frame-ancestors \*;/);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('This picture is not here now');
  });
});

test('who has the file as it is gets a 304 that may be read too', async () => {
  const ask = await served();
  const since = (await ask('iiif/open-gate/manifest.json')).headers.get('last-modified')!;
  const answer = await ask('iiif/open-gate/manifest.json', { headers: { 'If-Modified-Since': since } });
  expect(answer.status).toBe(304);
  expect(shared(answer)).toEqual(forAll);
});

test('a voice is sent in the parts that a player asks for', async () => {
  const answer = await (await served())('gallery/open-gate/audio.mp3', { headers: { Range: 'bytes=4-10' } });
  expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-type')]).toEqual([
    206,
    'bytes 4-10/29',
    'audio/mpeg',
  ]);
  expect(await answer.text()).toBe('a voice');
  expect(shared(answer)).toEqual(forAll);
});

describe('a browser that asks first', () => {
  const preflight = { method: 'OPTIONS', headers: { Origin: 'null', 'Access-Control-Request-Method': 'GET' } };

  test('may load what is shared', async () => {
    const answer = await (await served())('iiif/open-gate/manifest.json', preflight);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(shared(answer)).toEqual(forAll);
  });

  test('may load nothing else, and send nothing anywhere', async () => {
    const ask = await served();
    for (const path of ['', 'gallery/long-bench/400.jpg']) {
      const answer = await ask(path, preflight);
      expect([answer.status, ...shared(answer)]).toEqual([405, ...oursAlone]);
    }
    expect((await ask('iiif/open-gate/manifest.json', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

test('an address cannot be dressed up as a shared one', async () => {
  const ask = await served();
  for (const path of [
    'iiif%2f..%2fgallery/',
    'gallery/..%2fopen-gate/400.avif',
    'gallery/long-bench%2f400.jpg',
    '%69iif/../gallery/long-bench/400.jpg',
  ]) {
    const answer = await ask(path);
    const [allowed] = shared(answer);
    expect([allowed, await answer.text()], path).not.toEqual(['*', 'picture']);
  }
});
