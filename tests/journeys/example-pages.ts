/**
 * One page of each kind, taken from what is built, so that every council's own pages are tried: the first of the sitemap
 * whose markup shows the kind. A kind that a content does not have has no example.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { everyAddress, folder } from '../accessibility/addresses.ts';

const read = new Map<string, CheerioAPI>();
/** A built page. @param address from the root */
export function builtPage(address: string): CheerioAPI {
  if (!read.has(address)) read.set(address, load(readFileSync(join(folder, address, 'index.html'), 'utf8')));
  return read.get(address)!;
}

const standard = everyAddress().filter((address) => address.endsWith('/') && !address.startsWith('/easy-read/'));
const firstWith = (selector: string, among = standard) => among.find((address) => builtPage(address)(selector).length > 0);
const hrefs = (address: string, selector: string) =>
  builtPage(address)(selector)
    .toArray()
    .map((link) => builtPage(address)(link).attr('href')!);

/** What the main menu leads to, in its order. */
export const menu = hrefs('/', 'body > header details a[href]');
const inMenu = (address: string) => menu.some((section) => address.startsWith(section) && address !== section);

const section = firstWith('main .choices', menu) ?? firstWith('main .choices');
const value = firstWith('main figure a.target[href^="/gallery/"][href$="/"]');
const gallery = standard.find((address) => address === '/gallery/');

/** The first page of each kind, in standard. */
export const examples = {
  home: '/',
  section,
  /** A page below a section: its words, and little else. */
  topic: hrefs(section ?? '/', 'main .choices a[href]').find((address) => builtPage(address)('main .choices, main figure').length === 0),
  themed: firstWith('main .band.bold', standard.filter(inMenu)),
  timeline: firstWith('main .stage'),
  table: firstWith('main table'),
  value,
  gallery,
  artwork: value && hrefs(value, 'main figure a.target')[0],
  strand: firstWith('main .status [data-status]'),
  helpNow: hrefs('/', 'body > header a.help')[0],
  words: standard.find((address) => address === '/words/'),
  word: standard.find((address) => /^\/words\/[^/]+\/$/.test(address)),
  aToZ: '/a-z/',
  search: '/search/',
  readingHelp: '/reading-help/',
} as const satisfies Record<string, string | undefined>;
export type Kind = keyof typeof examples;

/** The examples that there are, each kind with its address. */
export const kinds = Object.entries(examples).filter((entry): entry is [Kind, string] => entry[1] !== undefined);

/** The heading of a page, as its own words have it. */
export const titleOf = (address: string) => builtPage(address)('h1').text().replace(/\s+/g, ' ').trim();
