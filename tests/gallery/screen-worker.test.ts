/** What a library's display keeps for when the network is lost: read from the finished site, and named by its bytes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serviceWorker, type WorkerBuild } from '../../src/gallery/screen/worker.ts';
import { workerFor } from '../../src/gallery/screen/worker.build.ts';

const base = '/local-offer/';
let folder: string;
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
/** What the worker was given, and that the rest of it is the one function. */
async function buildIn(): Promise<WorkerBuild> {
  const text = await workerFor(folder, base);
  const start = `(${serviceWorker.toString()})(self,`;
  expect(text.startsWith(start)).toBe(true);
  return JSON.parse(text.slice(start.length, text.lastIndexOf(');'))) as WorkerBuild;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const poster = (id: string) =>
    `<article data-artwork="${id}"><img src="${base}gallery/${id}/800.jpg"><img data-code src="${base}gallery/screen/${id}.svg"></article>`;
  write(
    'gallery/screen/index.html',
    `<link rel="stylesheet" href="${base}_astro/print.css"><link rel="icon" href="${base}icon.svg"><script type="module" src="${base}_astro/a.js"></script>${poster('one')}${poster('two')}`,
  );
  write('_astro/print.css', 'p{}');
  write('_astro/a.js', 'import{x}from"./b.js";x(()=>import("./c.js"))');
  write('_astro/b.js', 'import"./a.js";export const x=1');
  write('_astro/c.js', '');
  for (const id of ['one', 'two']) {
    write(`gallery/screen/${id}.svg`, `<svg>${id}</svg>`);
    for (const file of ['800.jpg', '800.avif', 'full.jpg', 'poster.pdf']) write(`gallery/${id}/${file}`, `${id} ${file}`);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

test('it knows the page, all that the page loads, and its artworks, below the path of the site', async () => {
  const parts = ['_astro/a.js', '_astro/b.js', '_astro/c.js', '_astro/print.css', 'gallery/screen/one.svg', 'gallery/screen/two.svg'];
  expect(await buildIn()).toMatchObject({
    page: '/local-offer/gallery/screen/',
    parts: parts.map((part) => base + part),
    artworks: ['/local-offer/gallery/one/', '/local-offer/gallery/two/'],
  });
});

test('the same site has the same mark; each change that a display would see gives a new one', async () => {
  const first = await workerFor(folder, base);
  expect(await workerFor(folder, base)).toBe(first);
  write('gallery/two/poster.pdf', 'not for a display');
  expect(await workerFor(folder, base)).toBe(first);
  const marks = new Set([(await buildIn()).mark]);
  for (const file of ['gallery/two/800.avif', 'gallery/one/800.jpg', 'gallery/screen/one.svg', '_astro/c.js']) {
    write(file, 'changed');
    marks.add((await buildIn()).mark);
  }
  write('gallery/screen/index.html', '<p>All are withdrawn.</p>');
  const none = await buildIn();
  expect(none).toMatchObject({ parts: [], artworks: [] });
  expect(marks.add(none.mark).size).toBe(6);
});
