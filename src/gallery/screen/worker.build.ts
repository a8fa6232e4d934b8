/**
 * Writes `sw.js`, the service worker of the screen, when the site is finished: only then are the names of the page's scripts known, and
 * the bytes from which its mark comes.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { load } from 'cheerio';
import { screenAddress, workerAddress } from './addresses.ts';
import { serviceWorker, type WorkerBuild } from './worker.ts';

/** What a finished page loads by itself beside its artworks. @returns addresses with base, in no order */
function loadedBy(html: string): string[] {
  const $ = load(html);
  const attributes = ['script[src]', 'img[data-code]'].flatMap((selector) =>
    $(selector)
      .toArray()
      .map((element) => $(element).attr('src')!),
  );
  const links = $('link[rel=stylesheet], link[rel=preload], link[rel=modulepreload]')
    .toArray()
    .map((link) => $(link).attr('href')!);
  return [...attributes, ...links];
}

const imports = /(?:\bfrom|\bimport)\s*\(?\s*["'`]\.\/([^"'`]+)["'`]/g;

/** Adds what scripts import from each other. @param read gives the text of a file @returns all of them, each once */
async function withImports(addresses: string[], read: (address: string) => Promise<string>): Promise<string[]> {
  const all = new Set(addresses);
  for (const address of all)
    if (address.endsWith('.js')) for (const [, file] of (await read(address)).matchAll(imports)) all.add(`${dirname(address)}/${file}`);
  return [...all].sort();
}

/**
 * @param folder a finished site
 * @param base where it stands on its host, with slashes at both ends
 * @returns the text of the worker for the screen that is in it
 */
export async function workerFor(folder: string, base: string): Promise<string> {
  const inFolder = (address: string) => join(folder, address.slice(base.length));
  const page = `${base.slice(0, -1)}${screenAddress}`;
  const html = await readFile(join(inFolder(page), 'index.html'), 'utf8');
  const ids = load(html)('[data-artwork]')
    .toArray()
    .map((element) => element.attribs['data-artwork']!);
  const artworks = ids.map((id) => `${base}gallery/${id}/`);
  const parts = await withImports(loadedBy(html), (address) => readFile(inFolder(address), 'utf8'));
  const pictures = artworks.flatMap((address) =>
    globSync('[0-9]*.{avif,jpg}', { cwd: inFolder(address) })
      .sort()
      .map((file) => address + file),
  );
  const mark = createHash('sha256').update(html).update(serviceWorker.toString());
  for (const address of [...parts, ...pictures]) mark.update(address).update(await readFile(inFolder(address)));
  const build: WorkerBuild = { mark: mark.digest('hex').slice(0, 16), page, parts, artworks };
  return `(${serviceWorker.toString()})(self,${JSON.stringify(build)});\n`;
}

/** Writes the worker into a finished site. @param base with slashes at both ends */
export async function writeWorker(folder: string, base: string): Promise<void> {
  await writeFile(join(folder, workerAddress), await workerFor(folder, base));
}

/** @param base where the site stands on its host, with slashes at both ends; stands after all that changes pages, and before compression */
export function screenWorker(base: string): AstroIntegration {
  return {
    name: 'screen-worker',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        if (existsSync(join(folder, screenAddress, 'index.html'))) await writeWorker(folder, base);
      },
    },
  };
}
