/**
 * What goes on paper, under which name, and what its links say.
 * Over 150 lines: one list of promises, each short.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AskedError, askedFor } from '../../src/paper/asked.ts';
import { PaperCache } from '../../src/paper/cache.ts';
import { forPaper } from '../../src/paper/layout.ts';
import { sizeInWords, withPaper, withoutPlace } from '../../src/paper/place.ts';
import { printKey } from '../../src/paper/print-key.ts';
import { paperAddress, sheetsOf, type BuiltPage } from '../../src/paper/sheets.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = '<nav class="no-print" aria-label="On paper" data-paper data-pagefind-ignore hidden></nav>';
const menu = '<header><a class="name" href="/easy-read/">A name</a><details><a href="/easy-read/pledge/">The pledge</a></details></header>';
const page = (address: string, main: string): BuiltPage => ({
  address,
  html: `<html lang="en-GB"><head><title>T</title><style>p{color:red}</style></head><body>${menu}<main id="main">${main}${place}</main></body></html>`,
});
const built = [
  page('/', 'Home'),
  page('/easy-read/', 'Start'),
  page(
    '/easy-read/pledge/',
    '<a href="/easy-read/pledge/listen/">L</a><a class="x" href="/easy-read/pledge/be-kind/#top">K</a><a href="/easy-read/">S</a>',
  ),
  page('/easy-read/pledge/be-kind/', 'Kind'),
  page('/easy-read/pledge/listen/', '<img src="/pictures/ear.svg">'),
  page('/easy-read/pledge/listen/more/', 'More'),
  page('/easy-read/pledge/unlinked/', 'Alone'),
  page('/pledge/', 'Pledge'),
  page('/strategy/on-a-page/', 'Plan'),
];
const sheets = sheetsOf(built, '/');
const addresses = sheets.map(paperAddress);

describe('what goes on paper', () => {
  test('every easy-read page, the strategy on a page, and a booklet for each section of the menu', () =>
    expect(addresses).toEqual([
      '/paper/easy-read.pdf',
      '/paper/easy-read/pledge.pdf',
      '/paper/easy-read/pledge/be-kind.pdf',
      '/paper/easy-read/pledge/listen.pdf',
      '/paper/easy-read/pledge/listen/more.pdf',
      '/paper/easy-read/pledge/unlinked.pdf',
      '/paper/strategy/on-a-page.pdf',
      '/paper/easy-read/pledge/booklet.pdf',
    ]));

  test('a booklet holds its pages in the order of the links, each followed by those below it', () =>
    expect(sheets.at(-1)!.pages.map(({ address }) => address.replace('/easy-read/pledge/', ''))).toEqual([
      '',
      'listen/',
      'listen/more/',
      'be-kind/',
      'unlinked/',
    ]));

  test('below a base path the same', () => {
    const below = built.map(({ address, html }) => ({ address, html: html.replaceAll('href="/', 'href="/sub/') }));
    expect(sheetsOf(below, '/sub/').map(paperAddress)).toEqual(addresses);
  });

  test('a site without an easy reading has none', () => expect(sheetsOf([page('/', 'Home')], '/')).toEqual([]));
});

describe('what is asked for', () => {
  const asked = (...words: string[]) => askedFor(words, sheets).map(paperAddress);
  test('nothing means all', () => expect(asked()).toEqual(addresses));
  test.each([
    'pledge/be-kind',
    '/pledge/be-kind/',
    'easy-read/pledge/be-kind',
    'https://example.org/pledge/be-kind/',
    '/paper/easy-read/pledge/be-kind.pdf',
  ])('%s means that page', (word) => expect(asked(word)).toEqual(['/paper/easy-read/pledge/be-kind.pdf']));
  test('a section brings its booklet', () =>
    expect(asked('pledge')).toEqual(['/paper/easy-read/pledge.pdf', '/paper/easy-read/pledge/booklet.pdf']));
  test('a booklet alone', () => expect(asked('/paper/easy-read/pledge/booklet.pdf')).toEqual(['/paper/easy-read/pledge/booklet.pdf']));
  test('the first page', () => expect(asked('/')).toEqual(['/paper/easy-read.pdf']));
  test('a page twice is made once', () => expect(asked('pledge/listen', 'pledge/listen/')).toHaveLength(1));
  test.each(['nope', 'pledge/nope', '--all'])('%s is refused with a sentence', (word) => {
    expect(() => asked(word)).toThrow(AskedError);
    expect(() => asked(word)).toThrow(`"${word}"`);
  });
});

describe('the name of a PDF', () => {
  mkdirSync(join(folder, 'pictures'));
  const picture = (bytes: string) => writeFileSync(join(folder, 'pictures/ear.svg'), bytes);
  picture('<svg/>');
  const site = { folder, siteUrl: new URL('https://example.org'), base: '/' };
  const find = (name: string, among = built) =>
    sheetsOf(among, '/').find((sheet) => paperAddress(sheet) === `/paper/easy-read/${name}.pdf`)!;
  const changed = (address: string, from: string, to: string) =>
    built.map((one) => (one.address === address ? { ...one, html: one.html.replace(from, to) } : one));
  const key = (name: string, among = built) => printKey(find(name, among), site);
  const listen = '/easy-read/pledge/listen/';

  test('is the same for the same page, with its link or without', () => {
    const before = key('pledge/listen');
    expect(before).toMatch(/^[0-9a-f]{24}$/);
    const linked = built.map((one) => ({
      ...one,
      html: withPaper(one.html, 'easy-read', [{ kind: 'page', href: '/x.pdf', pages: 2, bytes: 9 }]),
    }));
    expect(linked[4]!.html).not.toBe(built[4]!.html);
    expect(key('pledge/listen', linked)).toBe(before);
    expect(
      key(
        'pledge/listen',
        built.map((one) => ({ ...one, html: withoutPlace(one.html) })),
      ),
    ).toBe(before);
    expect(key('pledge/booklet', linked)).toBe(key('pledge/booklet'));
  });

  test.each([
    ['a word', '<img', 'New words <img'],
    ['the title', '<title>T', '<title>U'],
    ['a style', 'color:red', 'color:blue'],
    ['the reading', '<html lang="en-GB">', '<html lang="en-GB" data-hue="3">'],
  ])('changes with %s, and so does that of the booklet', (_, from, to) => {
    const after = changed(listen, from, to);
    expect(key('pledge/listen', after)).not.toBe(key('pledge/listen'));
    expect(key('pledge/booklet', after)).not.toBe(key('pledge/booklet'));
    expect(key('pledge/be-kind', after)).toBe(key('pledge/be-kind'));
  });

  test('changes with the bytes of a picture', () => {
    const before = key('pledge/listen');
    picture('<svg><circle/></svg>');
    expect(key('pledge/listen')).not.toBe(before);
    picture('<svg/>');
    expect(key('pledge/listen')).toBe(before);
  });

  test('changes with the bytes of a style sheet that stands in a file', () => {
    const styled = changed(listen, '</head>', '<link rel="stylesheet" href="/print.css" media="print"></head>');
    const styles = (text: string) => writeFileSync(join(folder, 'print.css'), text);
    styles('p{color:red}');
    const before = key('pledge/listen', styled);
    styles('p{color:blue}');
    expect(key('pledge/listen', styled)).not.toBe(before);
    styles('p{color:red}');
    expect(key('pledge/listen', styled)).toBe(before);
  });

  test('does not change with a menu, which is not printed', () => {
    const after = changed('/easy-read/pledge/be-kind/', '>The pledge</a>', '>Our pledge</a>');
    expect(key('pledge/be-kind', after)).toBe(key('pledge/be-kind'));
  });

  test('changes with the address of the site, which links on paper name', () =>
    expect(printKey(find('pledge/listen'), { ...site, siteUrl: new URL('https://other.example.org') })).not.toBe(key('pledge/listen')));

  test('a booklet changes with the name of the site on its cover', () =>
    expect(key('pledge/booklet', changed('/easy-read/pledge/', 'A name', 'Another'))).not.toBe(key('pledge/booklet')));
});

describe('the cache', () => {
  const cache = join(folder, 'cache');
  const [one, other] = ['a'.repeat(24), 'b'.repeat(24)];

  test('gives back what was put in, also to the next command', () => {
    expect(new PaperCache(cache).get(one)).toBeUndefined();
    new PaperCache(cache).put(one, new Uint8Array(1234), 7);
    expect(new PaperCache(cache).get(one)).toEqual({ path: join(cache, `${one}-7.pdf`), pages: 7, bytes: 1234 });
  });

  test('forgets what no page asks for, and touches no other file', () => {
    writeFileSync(join(cache, 'notes.pdf'), 'mine');
    new PaperCache(cache).put(other, new Uint8Array(9), 1);
    expect(new PaperCache(cache).keepOnly(new Set([other]))).toBe(1);
    expect(readdirSync(cache).sort()).toEqual([`${other}-1.pdf`, 'notes.pdf']);
  });
});

describe('the links', () => {
  const html = built[2]!.html;
  test('say how many pages and how large, in the words of the reading', () => {
    expect(withPaper(html, 'standard', [{ kind: 'page', href: '/paper/x.pdf', pages: 1, bytes: 80_400 }])).toContain(
      '<a class="target" type="application/pdf" href="/paper/x.pdf">Print this page (PDF, 1 page, 80 kB)</a></li>',
    );
    const easy = withPaper(html, 'easy-read', [{ kind: 'booklet', href: '/paper/x.pdf', pages: 40, bytes: 1_234_000 }]);
    expect(easy).toContain('to print: 40 pages</a> <span>Its size is 1,234 kB.</span></li>');
    expect(easy).toContain('<nav class="no-print" aria-label="On paper" data-paper data-pagefind-ignore><ul');
  });
  test('without a PDF nothing is left of their place', () => {
    expect(withPaper(html, 'easy-read', [])).toBe(html.replace(place, ''));
    expect(html).toContain(place);
  });
  test('a size is never nothing', () => expect([1, 499, 1500, 2_000_000].map(sizeInWords)).toEqual(['1 kB', '1 kB', '2 kB', '2,000 kB']));
});

test('a page goes to the printer without scripts, its letters in fixed weights and its pictures at once', () => {
  const face = (range: string) =>
    `@font-face{font-family:"Letters-1";src:url("/a.woff2") format("woff2");font-display:optional;unicode-range:${range};font-weight:400 700;}`;
  const page = `<style>${face('U+0-FF,U+20AC')}${face('U+100-17F')}</style><script>x()</script><picture><source srcset="a.avif"><img src="a.jpg" loading="lazy" decoding="async"></picture>`;
  const out = forPaper(page);
  expect(out.match(/font-weight:[^;}]*/g)).toEqual(['font-weight:400', 'font-weight:700', 'font-weight:400', 'font-weight:700']);
  expect(out.match(/url\(data:font\/woff2;base64,/g)).toHaveLength(2);
  expect(out.match(/url\("\/a\.woff2"\)/g)).toHaveLength(2);
  expect(out).toContain('<picture><img src="a.jpg"></picture>');
  expect(out).not.toMatch(/<script|optional/);
});
