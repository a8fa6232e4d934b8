/**
 * The badge that a setting may show on its own website: that it signed the pledge, and in which year. It brings no fonts, no
 * styles and no links along, and it stands on its own paper, so that it reads the same on a light and on a dark page.
 */
import sharp from 'sharp';
import type { ShapeMarkup } from '../../readings/shapes.ts';
import { coloursOf } from '../../styles/hues.ts';
import { drawable, type Weight } from '../../styles/letters.ts';
import { fit } from '../../styles/letters-fit.ts';
import { outlineOf } from '../../styles/letters-line.ts';

export interface Badge {
  /** The setting's name as it is published. */
  name: string;
  /** The day of signing, as 2026-11-23. */
  date: string;
  /** Whose pledge it is, in small letters beside the year: the name of the site. */
  title: string;
  words: {
    /** What stands below the name: "has signed the SEND pledge". */
    signed: string;
    /** What stands alone where a name cannot be drawn: "We have signed the SEND pledge". */
    unnamed: string;
  };
  /** The pledge's colour and cut-paper shape. */
  hue?: number;
  shape?: ShapeMarkup;
}

export const badgeSize = { width: 320, height: 120 };
const ink = '#1b1a2b';
const paper = '#fffdf8';
/** How many pixels of the PNG stand for one of the page. */
const sharpness = 3;
/** Where the words begin, and the room that they have. */
const left = 108;
const room = badgeSize.width - left - 16;

/** XML 1.0 has no place for control characters, not even as entities. */
const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const xml = (text: string) =>
  text
    .toWellFormed()
    .replace(notInXml, '')
    .replace(/[&<>"']/g, (sign) => entities[sign]!);

const yearOf = (date: string) => date.slice(0, 4);

/** @returns what the badge says, for the `alt` of its picture; the whole name, also where the badge shows a part of it */
export function badgeAlt({ name, date, title, words }: Badge): string {
  return `${name} ${words.signed}. ${title}, ${yearOf(date)}.`;
}

interface Line {
  text: string;
  size: number;
  weight: Weight;
}

/** All lines from top to bottom: the name on two lines at most, then what it did, then whose pledge and when. */
function linesOf({ name, date, title, words }: Badge): Line[] {
  const named = drawable(name);
  const set = (text: string, weight: Weight, [largest, smallest]: [number, number], count: number): Line[] => {
    const { size, lines } = fit(drawable(text, weight).text, { weight, width: room, largest, smallest, lines: () => count });
    return lines.map((line) => ({ text: line, size, weight }));
  };
  return [
    ...(named.whole
      ? [...set(named.text, 700, [22, 14.5], 2), ...set(words.signed, 400, [15, 11], 2)]
      : set(words.unnamed, 700, [22, 12], 3)),
    ...set(`${title}, ${yearOf(date)}`, 700, [12.5, 9], 1),
  ];
}

/** @returns the words as path data, in the middle of the badge's height */
function wordsOf(badge: Badge): string {
  const lines = linesOf(badge);
  const step = (size: number) => size * 1.24;
  // The last line is a note of its own.
  const gap = 6;
  let y = (badgeSize.height - gap - lines.reduce((sum, { size }) => sum + step(size), 0)) / 2;
  return lines
    .map(({ text, size, weight }, index) => {
      const baseline = y + size * 0.95 + (index === lines.length - 1 ? gap : 0);
      y += step(size);
      return outlineOf(text, weight, size, left, baseline);
    })
    .join('');
}

/** A pebble cut from paper, for a pledge that has no shape of its own. */
const pebble: ShapeMarkup = { viewBox: '0 0 200 200', paths: '<path d="M24 96q-8 62 58 82 70 16 94-52 18-70-50-100-84-14-102 70z"/>' };

/** Path data only: what else a shape's file might hold does not come into the badge. */
const pathsOf = (shape: ShapeMarkup, fill: string) =>
  [...shape.paths.matchAll(/<path\b([^>]*)>/g)]
    .map(([, attributes = '']) => {
      const rule = /fill-rule="evenodd"/.test(attributes) ? ' fill-rule="evenodd"' : '';
      return `<path fill="${fill}"${rule} d="${xml(/\bd="([^"]*)"/.exec(attributes)?.[1] ?? '')}"/>`;
    })
    .join('');

/** @returns an SVG of 320 by 120 with `role="img"` and a title; nothing in it comes from outside, runs or is styled */
export function badgeSvg(badge: Badge): string {
  const { tint, bright, deep } = coloursOf(badge.hue ?? 285);
  const shape = badge.shape ?? pebble;
  const [x = 0, y = 0, width = 200, height = 200] = shape.viewBox.split(/[\s,]+/).map(Number);
  const scale = 76 / Math.max(width, height);
  const { width: w, height: h } = badgeSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img"><title>${xml(badgeAlt(badge))}</title><rect x="1" y="1" width="${w - 2}" height="${h - 2}" rx="10" fill="${paper}"/><path fill="${tint}" d="M11 1h76l7 41-5 36 3 41H11q-10 0-10-10V11Q1 1 11 1z"/><g transform="translate(${8 - x * scale} ${22 - y * scale}) scale(${scale})">${pathsOf(shape, bright)}</g><path fill="${ink}" d="${wordsOf(badge)}"/><rect x="1" y="1" width="${w - 2}" height="${h - 2}" rx="10" fill="none" stroke="${deep}" stroke-width="2"/></svg>\n`;
}

/** @returns the same as a PNG of 960 by 360 pixels with clear corners; without any data about how it was made */
export async function badgePng(badge: Badge): Promise<Buffer> {
  return sharp(Buffer.from(badgeSvg(badge)), { density: 72 * sharpness })
    .resize(badgeSize.width * sharpness, badgeSize.height * sharpness)
    .png({ palette: true, colours: 64, compressionLevel: 9 })
    .toBuffer();
}
