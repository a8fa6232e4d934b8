/**
 * `npm run paper`: makes the PDFs that the built site should have and the cache does not hold yet. `npm run paper -- pledge/listen`
 * makes those of one page. The next build publishes and links them. It ends with 0 when all are there, 1 when some could not be
 * made, and 2 when it could not begin.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { siteFolder } from './server/build.ts';
import { siteApp } from './server/app.ts';
import { readSettings, readToday, SettingError } from './settings.ts';
import { AskedError, askedFor } from './paper/asked.ts';
import { builtPages } from './paper/built-pages.ts';
import { PaperCache } from './paper/cache.ts';
import { chromiumOrInstall, NoChromium } from './paper/chromium.ts';
import { sizeInWords } from './paper/place.ts';
import { NotPrinted, Printer } from './paper/printer.ts';
import { printKey } from './paper/print-key.ts';
import { paperAddress, sheetsOf, type Sheet } from './paper/sheets.ts';

/** Two at once: more is no faster on the two cores that most machines for building have. */
const atOnce = 2;

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

/** Runs a step whose own failures are sentences for the person who typed the command. */
async function orStop<Result>(step: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof SettingError || error instanceof AskedError || error instanceof NoChromium) stop(error.message);
    throw error;
  }
}

const { siteUrl, base } = await orStop(() => readSettings());
const today = await orStop(() => readToday());
const folder = siteFolder();
if (!existsSync(join(folder, '404.html'))) stop(`There is no built site in ${folder}. Run "npm run build" first, then "npm run paper".`);

const site = { folder, siteUrl, base };
const all = sheetsOf(builtPages(folder), base).map((sheet) => ({ sheet, key: printKey(sheet, site) }));
const asked = new Set(
  await orStop(() =>
    askedFor(
      process.argv.slice(2),
      all.map(({ sheet }) => sheet),
    ),
  ),
);
const cache = new PaperCache();
const wanted = all.filter(({ sheet }) => asked.has(sheet));
const toMake = wanted.filter(({ key }) => !cache.get(key));
const since = Date.now();
let failed = 0;

const pages = (count: number) => (count === 1 ? '1 page' : `${count} pages`);

/** Takes the next one until none is left. */
async function work(printer: Printer, queue: { sheet: Sheet; key: string }[]): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const address = paperAddress(next.sheet);
    try {
      const printed = await printer.print(next.sheet);
      const kept = cache.put(next.key, printed.pdf, printed.pages);
      console.log(`made ${address} (${pages(kept.pages)}, ${sizeInWords(kept.bytes)})`);
    } catch (error) {
      failed += 1;
      const reason = error instanceof NotPrinted ? error.message : error instanceof Error ? error.message.split('\n')[0] : String(error);
      console.error(`could not make ${address}: ${reason}`);
    }
  }
}

if (toMake.length > 0) {
  const path = await orStop(() => chromiumOrInstall());
  const app = siteApp({ folder, base });
  await using printer = await Printer.open(path, site, (request) => app.fetch(request), today);
  // Booklets take longest, so they begin.
  const queue = [...toMake].sort((a, b) => b.sheet.pages.length - a.sheet.pages.length);
  await Promise.all(Array.from({ length: atOnce }, () => work(printer, queue)));
}

const old = asked.size === all.length && failed === 0 ? cache.keepOnly(new Set(all.map(({ key }) => key))) : 0;
const bytes = wanted.reduce((sum, { key }) => sum + (cache.get(key)?.bytes ?? 0), 0);
const made = toMake.length - failed;
console.log(
  [
    `${made} made in ${Math.round((Date.now() - since) / 1000)} seconds, ${wanted.length - toMake.length} were here already`,
    ...(old > 0 ? [`${old} old ones taken away`] : []),
    ...(failed > 0 ? [`${failed} could not be made`] : []),
  ].join(', ') + `: ${sizeInWords(bytes)} in ${relative(process.cwd(), cache.folder) || cache.folder}.`,
);
if (made > 0) console.log('Run "npm run build" again: it publishes and links them.');
process.exitCode = failed > 0 ? 1 : 0;
