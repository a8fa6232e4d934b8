/**
 * What a first visit costs: pages of ours beside the same words as bare HTML (the limit), in Starlight, in GOV.UK Frontend and in the NHS
 * frontend. All sides in each round, one after the other, so that what else the machine does falls on all of them; figures are medians.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, chromiumOrInstall } from '../../src/paper/chromium.ts';
import { siteFolder } from '../../src/server/build.ts';
import { installOthers, versionOf } from './packages.ts';
import { measuredBy, median, tableOf, writeTable } from './readme-table.ts';
import { audits } from './weight/audit.ts';
import { makeOthers } from './weight/others.ts';
import { serve } from './weight/serving.ts';
import { visit, type Visit } from './weight/visit.ts';
import { wordsOfPage } from './weight/words.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
/** Standard pages of words, which every side can show. */
const compared = ['/guides/travel/', '/preparing-for-adulthood/work/', '/pledge/listen/'];
const templates: Record<string, string> = {
  home: '/',
  guide: '/guides/travel/',
  'guide, easy read': '/easy-read/guides/travel/',
  'preparing for adulthood': '/preparing-for-adulthood/work/',
  'value of the pledge': '/pledge/listen/',
  form: '/pledge/sign/',
  gallery: '/gallery/',
  artwork: '/gallery/listen/',
  progress: '/progress/',
  strand: '/progress/work-streams/getting-support-early/',
  words: '/words/',
  'a word': '/words/ehc-plan/',
  search: '/search/',
};

const site = siteFolder();
if (!existsSync(join(site, '404.html'))) {
  console.error('There is no built site. Run "npm run build" first.');
  process.exit(1);
}
installOthers();
const path = await chromiumOrInstall(() => undefined);
const root = mkdtempSync(join(tmpdir(), 'weight-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));

const others = await makeOthers(root, new Map(compared.map((address) => [address, wordsOfPage(site, address)])));
const sides = Object.fromEntries(
  await Promise.all(Object.entries({ 'this site': site, ...others }).map(async ([name, folder]) => [name, await serve(folder)] as const)),
);
const browser = await chromium.launch({ executablePath: path, args: chromiumFlags });
const visits = new Map<string, Visit[]>();
const see = async (name: string, side: string, address: string, counts: boolean) => {
  const seen = await visit(browser, sides[side]!.at + address);
  if (counts) visits.set(name, [...(visits.get(name) ?? []), seen]);
};
for (let round = 0; round <= rounds; round += 1) {
  console.log(round === 0 ? 'One round to warm up.' : `Round ${round} of ${rounds}.`);
  for (const address of compared) for (const side of Object.keys(sides)) await see(`${side} ${address}`, side, address, round > 0);
  for (const [name, address] of Object.entries(templates)) await see(name, 'this site', address, round > 0);
}
const version = browser.version();
await browser.close();
console.log('Lighthouse looks at each template.');
const marks = await audits(
  path,
  chromiumFlags,
  Object.values(templates).map((address) => sides['this site']!.at + address),
);
for (const { server } of Object.values(sides)) server.close();

const of = (name: string, figure: (one: Visit) => number) => median(visits.get(name)!.map(figure));
const bytes = (one: Visit) => one.all - one.pictures - one.fonts;
/** Side by side in each round, for all compared pages. */
const ratio = (side: string, other: string, figure: (one: Visit) => number) =>
  median(
    compared.flatMap((address) =>
      visits.get(`${side} ${address}`)!.map((one, round) => figure(one) / figure(visits.get(`${other} ${address}`)![round]!)),
    ),
  );
const overPages = (side: string, figure: (one: Visit) => number) =>
  median(compared.flatMap((address) => visits.get(`${side} ${address}`)!.map(figure)));
const kb = (size: number) => (size / 1000).toFixed(1);

const besides = tableOf([
  [
    'The same words',
    'KB without pictures and fonts',
    'KB of fonts',
    'requests',
    'first paint, bare HTML = 1',
    'largest paint, bare HTML = 1',
    'layout shift',
  ],
  ...Object.keys(sides).map((side) => [
    side === 'this site' ? '**this site**' : side,
    kb(overPages(side, bytes)),
    kb(overPages(side, ({ fonts }) => fonts)),
    overPages(side, ({ requests }) => requests),
    ratio(side, 'bare HTML', ({ firstPaint }) => firstPaint).toFixed(2),
    ratio(side, 'bare HTML', ({ largestPaint }) => largestPaint).toFixed(2),
    overPages(side, ({ shift }) => shift).toFixed(3),
  ]),
]);
const own = tableOf([
  [
    'Template',
    'KB that block',
    'KB without pictures and fonts',
    'KB of fonts',
    'requests before the largest paint',
    'layout shift',
    'Lighthouse',
  ],
  ...Object.keys(templates).map((name, index) => [
    name,
    kb(of(name, ({ blocking }) => blocking)),
    kb(of(name, bytes)),
    kb(of(name, ({ fonts }) => fonts)),
    of(name, ({ beforePaint }) => beforePaint),
    of(name, ({ shift }) => shift).toFixed(3),
    marks[index]!.marks.join(', ') + (marks[index]!.failed.length > 0 ? ` (${[...new Set(marks[index]!.failed)].join(', ')})` : ''),
  ]),
]);
const goals: [string, number, number][] = [
  ['bytes beside Starlight, at most 0.5', ratio('this site', 'Starlight', bytes), 0.5],
  ['bytes beside GOV.UK Frontend, at most 0.12', ratio('this site', 'GOV.UK Frontend', bytes), 0.12],
  ['first paint beside bare HTML, at most 1.3', ratio('this site', 'bare HTML', ({ firstPaint }) => firstPaint), 1.3],
  ['KB that block, under 14', Math.max(...Object.keys(templates).map((name) => of(name, ({ blocking }) => blocking))) / 1000, 14],
  ['KB of fonts, under 30', Math.max(...Object.keys(templates).map((name) => of(name, ({ fonts }) => fonts))) / 1000, 30],
  [
    'requests before the largest paint, 1',
    Math.max(...Object.keys(templates).map((name) => of(name, ({ beforePaint }) => beforePaint))),
    1,
  ],
  ['layout shift, under 0.01', Math.max(...Object.keys(templates).map((name) => of(name, ({ shift }) => shift))), 0.01],
  ['the lowest mark of Lighthouse, 100 (turned round)', 100 / Math.min(...marks.flatMap((one) => one.marks)), 1],
];
const reached = tableOf([
  ['Goal', 'Measured', 'Reached'],
  ...goals.map(([goal, value, most]) => [goal, value.toFixed(2), value <= most ? 'yes' : 'no']),
]);
const with_ = ['@astrojs/starlight', 'govuk-frontend', 'nhsuk-frontend', 'lighthouse'].map((name) => `${name} ${versionOf(name)}`);
writeTable('weight', `${besides}\n\n${own}\n\n${reached}\n\n${measuredBy(`Chromium ${version}`, ...with_, `${rounds} rounds`)}`);
console.log(`${besides}\n\n${own}\n\n${reached}`);
process.exit(0);
