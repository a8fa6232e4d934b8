/** The addresses of the two readings, at the root of a host and below a sub-path. */
import { describe, expect, test } from 'vitest';
import { hasTwin, href, inReading, otherReading, placeOf, readingParam, withBase } from '../../src/readings/reading.ts';

test('each reading has the other', () => {
  expect(otherReading('standard')).toBe('easy-read');
  expect(otherReading('easy-read')).toBe('standard');
});
test('only easy read stands in an address', () =>
  expect([readingParam('standard'), readingParam('easy-read')]).toEqual([undefined, 'easy-read']));

test.each([
  ['/', '/easy-read/'],
  ['/pledge/listen/', '/easy-read/pledge/listen/'],
  ['/search/?q=doctor', '/easy-read/search/?q=doctor'],
  ['/words/gp/#top', '/easy-read/words/gp/#top'],
  ['/about/easy-read/', '/easy-read/about/easy-read/'],
])('%s and %s are twins', (standard, easyRead) => {
  expect(inReading(standard, 'easy-read')).toBe(easyRead);
  expect(inReading(easyRead, 'easy-read')).toBe(easyRead);
  expect(inReading(easyRead, 'standard')).toBe(standard);
  expect(inReading(standard, 'standard')).toBe(standard);
});

test.each([
  '/404.html',
  '/404/',
  '/404',
  '/gallery/embed/',
  '/gallery/listen/embed/',
  '/gallery/screen/',
  '/authors/pictures/',
  '/authors/patterns/',
])('%s has no twin', (address) => {
  expect(hasTwin(address)).toBe(false);
  expect(inReading(address, 'easy-read')).toBe(address);
});
test.each(['/', '/gallery/', '/gallery/listen/', '/words/embed/'])('%s has a twin', (address) => expect(hasTwin(address)).toBe(true));

describe('what a page writes into href', () => {
  test('stays in the reading and below the base path', () => {
    expect(href('/guides/', 'easy-read', '/')).toBe('/easy-read/guides/');
    expect(href('/guides/', 'easy-read', '/local-offer/')).toBe('/local-offer/easy-read/guides/');
    expect(withBase('/icon.svg', '/local-offer')).toBe('/local-offer/icon.svg');
  });
  test.each(['https://www.example.org/x/', 'tel:111', 'mailto:a@example.org', '#main'])('leaves %s as it is', (address) =>
    expect(href(address, 'easy-read', '/')).toBe(address),
  );
});

test.each([
  ['/', '/', '/', 'standard'],
  ['/easy-read/', '/', '/', 'easy-read'],
  ['/easy-read/pledge/', '/', '/pledge/', 'easy-read'],
  ['/easy-reading/', '/', '/easy-reading/', 'standard'],
  ['/local-offer/pledge/', '/local-offer/', '/pledge/', 'standard'],
  ['/local-offer/easy-read/pledge/', '/local-offer/', '/pledge/', 'easy-read'],
])('%s below %s is %s in %s', (pathname, base, address, reading) => expect(placeOf(pathname, base)).toEqual({ address, reading }));
