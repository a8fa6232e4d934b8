/**
 * Whether search understands: the list of questions that people type, asked of our search page, of Pagefind as it comes, and of MiniSearch as
 * its documents advise. And what the first question moves over the wire, at 100, 1,000 and 5,000 made-up pages in two readings.
 */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { load } from 'cheerio';
import * as pagefind from 'pagefind';
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags, chromiumOrInstall } from '../../src/paper/chromium.ts';
import { siteFolder } from '../../src/server/build.ts';
import { askOn, halves, startOf, type Asked } from '../journeys/questions.ts';
import { foreign, installOthers, versionOf } from './packages.ts';
import { measuredBy, tableOf, writeTable } from './readme-table.ts';
import { serve } from './weight/serving.ts';

interface MiniSearch {
  addAll(documents: object[]): void;
  search(words: string, options: object): { id: string }[];
}
interface MiniSearchModule {
  default: new (options: object) => MiniSearch;
}

const site = siteFolder();
if (!existsSync(join(site, '404.html'))) {
  console.error('There is no built site. Run "npm run build" first.');
  process.exit(1);
}
installOthers();
const { default: MiniSearch } = await foreign<MiniSearchModule>('minisearch');
const root = mkdtempSync(join(tmpdir(), 'questions-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));
const packed = (text: string, quality = 11) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;

/** Every page that search knows. */
const pages = globSync('**/index.html', { cwd: site })
  .map((file) => ({ address: `/${file.slice(0, -'index.html'.length)}`, $: load(readFileSync(join(site, file), 'utf8')) }))
  .filter(({ $ }) => $('[data-pagefind-body]').length > 0)
  .map(({ address, $ }) => {
    $('[data-pagefind-ignore]').remove();
    return {
      id: address,
      title: $('h1').text(),
      text: $('[data-pagefind-body]').text().replace(/\s+/g, ' '),
      easy: address.startsWith('/easy-read/'),
    };
  });

const miniSearch = (documents: object[]) => {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(documents);
  return index;
};
const mini = { standard: miniSearch(pages.filter(({ easy }) => !easy)), 'easy-read': miniSearch(pages.filter(({ easy }) => easy)) };
const byMiniSearch = ({ ask, reading }: Asked) =>
  mini[reading].search(ask, { boost: { title: 2 }, fuzzy: 0.2, prefix: true }).map(({ id }) => id.slice(startOf(reading).length));

const byPagefind = (page: Page, { ask, reading }: Asked): Promise<string[]> =>
  page.evaluate(
    async ([words, filter, skip]) => {
      const bundle = '/pagefind/pagefind.js';
      const index = (await import(bundle)) as {
        search(words: string, options: object): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
      };
      const { results } = await index.search(words, { filters: { reading: filter } });
      const urls = await Promise.all(results.slice(0, 3).map(async (result) => (await result.data()).url));
      return urls.map((url) => url.slice(skip.length));
    },
    [ask, reading, startOf(reading)] as const,
  );

const path = await chromiumOrInstall(() => undefined);
const { at, server } = await serve(site);
const browser = await chromium.launch({ executablePath: path, args: chromiumFlags });
const page = await browser.newPage();
const right = (answers: string[], { page: wanted }: Asked) => Number(answers.slice(0, 3).some((address) => wanted.includes(address)));
const rows: (string | number)[][] = [
  ['Questions with the right page in the first three', 'this site', 'Pagefind as it comes', 'MiniSearch'],
];
for (const { half, questions } of halves) {
  const score = { ours: 0, pagefind: 0, mini: 0 };
  for (const reading of ['standard', 'easy-read'] as const) {
    await page.goto(`${at}${startOf(reading)}/search/`);
    for (const question of questions.filter((one) => one.reading === reading)) {
      score.ours += right(await askOn(page as unknown as Parameters<typeof askOn>[0], question), question);
      score.pagefind += right(await byPagefind(page, question), question);
      score.mini += right(byMiniSearch(question), question);
    }
  }
  const of = (number: number) => `${number} of ${questions.length}`;
  rows.push([
    half === 'seen' ? 'the half that the search was made with' : 'the half that was written apart from it',
    of(score.ours),
    of(score.pagefind),
    of(score.mini),
  ]);
  console.log(rows.at(-1)!.join(' · '));
}
await page.close();

/** Made-up pages of the words of real ones, no two alike. */
function madeUp(number: number) {
  const sentences = pages.flatMap(({ text }) => text.split(/(?<=\.)\s/)).filter((text) => text.length > 20);
  let random = 7;
  const next = () => sentences[(random = (random * 48271) % 2147483647) % sentences.length]!;
  return Array.from({ length: number * 2 }, (_, index) => ({
    id: `/${index % 2 ? 'easy-read/' : ''}topic-${index >> 1}/`,
    reading: index % 2 ? 'easy-read' : 'standard',
    title: `${next().split(' ').slice(0, 4).join(' ')} ${index >> 1}`,
    text: Array.from({ length: 25 }, next).join(' '),
  }));
}

/** @returns the bytes that a first question moves, and the milliseconds that later ones take */
async function asked(folder: string): Promise<{ bytes: number; ms: number }> {
  const served = await serve(folder);
  const context = await browser.newContext();
  const fresh = await context.newPage();
  await fresh.goto(`${served.at}/index.html`);
  // Counted where they are sent: a worker's requests are not the page's.
  const before = served.sent();
  const ms = await fresh.evaluate(async () => {
    const bundle = '/pagefind/pagefind.js';
    const index = (await import(bundle)) as {
      search(words: string, options: object): Promise<{ results: { data(): Promise<unknown> }[] }>;
    };
    const ask = async (words: string) => {
      const { results } = await index.search(words, { filters: { reading: 'standard' } });
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
    };
    await ask('annual health check');
    const began = performance.now();
    for (let time = 0; time < 10; time += 1) await ask('annual health check');
    return (performance.now() - began) / 10;
  });
  // The later ones are kept by nobody here, and ask for nothing that the first did not ask for.
  await context.close();
  served.server.close();
  return { bytes: served.sent() - before, ms };
}

const sizes: (string | number)[][] = [
  [
    'Made-up pages, in each reading',
    'KB of the first question, Pagefind',
    'KB of MiniSearch for one reading',
    'ms of a later question, Pagefind',
    'ms, MiniSearch',
  ],
];
for (const number of [100, 1000, 5000]) {
  const documents = madeUp(number);
  const folder = join(root, String(number));
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  for (const { id, reading, title, text } of documents)
    await index!.addHTMLFile({
      url: id,
      content: `<html lang="en"><body><main data-pagefind-body data-pagefind-filter="reading:${reading}"><h1>${title}</h1><p>${text}</p></main></body></html>`,
    });
  await index!.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>search</title>');
  const ours = await asked(folder);
  const standard = miniSearch(documents.filter(({ reading }) => reading === 'standard'));
  const began = performance.now();
  for (let time = 0; time < 10; time += 1) standard.search('annual health check', { boost: { title: 2 }, fuzzy: 0.2, prefix: true });
  const ms = (performance.now() - began) / 10;
  sizes.push([
    number.toLocaleString('en-GB'),
    (ours.bytes / 1000).toFixed(0),
    (packed(JSON.stringify(standard), 6) / 1000).toFixed(0),
    ours.ms.toFixed(0),
    ms.toFixed(0),
  ]);
  console.log(sizes.at(-1)!.join(' · '));
}
const version = browser.version();
await browser.close();
server.close();
const names = packed(readFileSync(join(site, 'search/names.json'), 'utf8'));
writeTable(
  'questions',
  `${tableOf(rows)}\n\nThe first score of the half that was written apart, before anything was changed because of it: 46 of 50.\n\n${tableOf(sizes)}\n\nOur own search page moves ${(names / 1000).toFixed(1)} KB of names too, once.\n\n${measuredBy(`Chromium ${version}`, `Pagefind ${JSON.parse(readFileSync('node_modules/pagefind/package.json', 'utf8')).version as string}`, `MiniSearch ${versionOf('minisearch')}`)}`,
);
process.exit(0);
