/** What is made of an artwork follows from what the family agreed to. */
import { expect, test } from 'vitest';
import { tilesAddress } from '../../src/gallery/addresses.ts';
import { isOver, mayEmbed, mayPrint, mayReuse, mayShow, rightsOf } from '../../src/gallery/consent.ts';
import type { scopes } from '../../src/gallery/artwork.schema.ts';

const agreed = (...scope: (typeof scopes)[number][]) => ({
  standIn: false,
  consent: { scope, givenOn: '2026-01-01', reviewBy: '2028-01-01', form: 'a drawer' },
});
const today = '2026-11-24';

test('each scope allows its own use, and nothing is allowed without "site"', () => {
  const uses = (artwork: Parameters<typeof mayEmbed>[0]) => [
    mayShow(artwork, today),
    mayEmbed(artwork),
    mayPrint(artwork),
    mayReuse(artwork),
  ];
  expect(uses(agreed('site'))).toEqual([true, false, false, false]);
  expect(uses(agreed('site', 'embeds'))).toEqual([true, true, false, false]);
  expect(uses(agreed('site', 'print', 'reuse'))).toEqual([true, false, true, true]);
  expect(uses(agreed('embeds', 'print'))).toEqual([false, false, false, false]);
  expect(uses(agreed())).toEqual([false, false, false, false]);
});

test('an artwork that nobody agreed to is not shown, and our own stand-in is', () => {
  expect(mayShow({ standIn: false, consent: null }, today)).toBe(false);
  expect(mayShow({ standIn: true, consent: null }, today)).toBe(true);
});

test('a consent holds on its last day and not on the day after', () => {
  const artwork = agreed('site');
  expect([mayShow(artwork, '2028-01-01'), isOver(artwork, '2028-01-01')]).toEqual([true, false]);
  expect([mayShow(artwork, '2028-01-02'), isOver(artwork, '2028-01-02')]).toEqual([false, true]);
});

test('a licence counts only when the family agreed to reuse', () => {
  const licence = 'http://creativecommons.org/licenses/by-nc/4.0/';
  expect(rightsOf({ ...agreed('site', 'embeds', 'reuse'), licence })).toBe(licence);
  expect(rightsOf({ ...agreed('site', 'embeds'), licence })).toBe('http://rightsstatements.org/vocab/InC/1.0/');
  expect(rightsOf(agreed('site', 'reuse'))).toBe('http://rightsstatements.org/vocab/InC/1.0/');
});

test('tiles of an artwork that other sites may not show stand apart from those that they may', () => {
  expect(tilesAddress({ id: 'listen', data: agreed('site', 'embeds') })).toBe('/iiif/images/listen');
  expect(tilesAddress({ id: 'listen', data: agreed('site') })).toBe('/gallery/listen/tiles');
});
