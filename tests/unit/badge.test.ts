/** The badge for a setting's own website: safe to put on any page, readable on any ground. */
import { load } from 'cheerio';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { badgeAlt, badgePng, badgeSize, badgeSvg, type Badge } from '../../src/pledge/signed/badge.ts';
import { coloursOf } from '../../src/styles/hues.ts';
import { wcagContrast } from 'culori';

const badge: Badge = {
  name: 'Oak Tree School',
  date: '2026-11-23',
  title: 'SEND Local Offer',
  words: { signed: 'has signed the SEND pledge', unnamed: 'We have signed the SEND pledge' },
  hue: 90,
};
const svgOf = (name: string) => badgeSvg({ ...badge, name });
/** Strictly as XML; what is not well formed is found by the picture library below, which refuses it. */
const xmlOf = (svg: string) => load(svg, { xml: { xmlMode: true, decodeEntities: true } });

const hostile = [
  '<script>alert(1)</script>',
  `" onload="alert(1)' style='x`,
  '</title></svg><img src=x onerror=alert(1)>',
  ']]> <!-- &amp; &#0; %PDF ${x} {{x}}',
  '\u202eevil\u202c \u0000\u0008 name \ud800',
  'Sunny 🌞👩🏽‍🏫 Nursery',
  'مدرسة النور (Noor) 12',
  '小学校',
  'W'.repeat(150),
  'St Wilfrid’s Church of England Voluntary Aided Primary School and Nursery '.repeat(2).trim(),
  '',
];

describe('the SVG', () => {
  test('is a picture with a title that says it all, of 320 by 120', () => {
    const $ = xmlOf(svgOf('Oak Tree School'));
    const svg = $('svg');
    expect(svg.attr()).toMatchObject({ role: 'img', width: '320', height: '120', xmlns: 'http://www.w3.org/2000/svg' });
    expect($('svg > title').text()).toBe('Oak Tree School has signed the SEND pledge. SEND Local Offer, 2026.');
    expect(badgeAlt(badge)).toBe($('title').text());
  });

  test.each(hostile)('holds only shapes and a title, for the name %j', async (name) => {
    const svg = svgOf(name);
    const $ = xmlOf(svg);
    const elements = new Set(
      $('*')
        .get()
        .map((element) => ('tagName' in element ? element.tagName : '')),
    );
    expect([...elements].sort()).toEqual(['g', 'path', 'rect', 'svg', 'title']);
    const allowed = [
      'd',
      'fill',
      'fill-rule',
      'height',
      'role',
      'rx',
      'stroke',
      'stroke-width',
      'transform',
      'viewBox',
      'width',
      'x',
      'xmlns',
      'y',
    ];
    const attributes = $('*')
      .get()
      .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []));
    expect(attributes.filter((attribute) => !allowed.includes(attribute))).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|url\(|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
    // librsvg reads strictly and refuses what is not well formed.
    expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({ format: 'svg', ...badgeSize });
  });

  test('keeps the whole name in its title, however long it is', () => {
    const name = 'W'.repeat(150);
    expect(xmlOf(svgOf(name))('title').text()).toContain(name);
  });

  test('draws each letter inside the badge', async () => {
    for (const name of hostile) {
      const { data, info } = await sharp(Buffer.from(svgOf(name)))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      // The column just inside the right edge is paper: no letter reaches it.
      const column = Array.from({ length: 90 }, (_, row) => data[((row + 15) * info.width + 312) * info.channels]!);
      expect(Math.min(...column), name).toBeGreaterThan(240);
    }
  });

  test('a name that no font here can write leaves the sentence alone, and no empty boxes', () => {
    const words = (svg: string) => xmlOf(svg)('path').last().attr('d');
    expect(words(svgOf('小学校'))).toBe(words(svgOf('校')));
    expect(words(svgOf('小学校'))).not.toBe(words(svgOf('Oak')));
    expect(words(svgOf('Sunny 🌞 Nursery'))).toBe(words(svgOf('Sunny Nursery')));
  });

  test('takes nothing but path data from a shape', () => {
    const shape = { viewBox: '0 0 200 200', paths: `<path onclick="x()" style="fill:red" d="M0 0h9v9z"/><script>x()</script>` };
    expect(badgeSvg({ ...badge, shape })).not.toMatch(/script|onclick|style/);
  });

  test('its letters and its edge have a contrast of 7:1 or more on every ground that they stand on', () => {
    const svg = svgOf('Oak Tree School');
    const paper = /<rect[^>]*fill="(#[^"]+)"/.exec(svg)![1]!;
    const letters = xmlOf(svg)('path').last().attr('fill')!;
    const edge = /stroke="(#[^"]+)"/.exec(svg)![1]!;
    expect(wcagContrast(letters, paper)).toBeGreaterThanOrEqual(7);
    expect(wcagContrast(edge, paper)).toBeGreaterThanOrEqual(7);
    // On a night page the badge's paper itself is what stands out.
    expect(wcagContrast(paper, '#16151f')).toBeGreaterThanOrEqual(7);
    expect(coloursOf(90).deep).toBe(edge);
  });
});

describe('the PNG', () => {
  test('is three times as sharp as the page, clear at its corners, and says nothing about who made it or where', async () => {
    const png = await badgePng(badge);
    const facts = await sharp(png).metadata();
    expect(facts).toMatchObject({ format: 'png', width: 960, height: 360, hasAlpha: true });
    expect([facts.exif, facts.xmp, facts.iptc, facts.icc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(png.length).toBeLessThan(40_000);
    const { data } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(data[3], 'the corner is clear').toBe(0);
    expect(data[(180 * 960 + 900) * 4 + 3], 'the paper is not').toBe(255);
  });

  test('the same facts give the same bytes', async () => {
    expect((await badgePng(badge)).equals(await badgePng({ ...badge }))).toBe(true);
    expect(badgeSvg(badge)).toBe(badgeSvg({ ...badge }));
  });
});
