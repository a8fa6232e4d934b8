/** Compresses what compresses, once, at build time: `page.html.br` and `page.html.gz` beside `page.html`. */
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const text = '**/*.{html,css,js,mjs,json,svg,xml,txt,webmanifest,ics,csv,atom,rss}';
const worthwhile = 256;

/** What a first round trip carries, less what the headers of the answer and of the connection take. */
const firstRoundTrip = 13_000;
const levels = { quick: 5, best: constants.BROTLI_MAX_QUALITY };
const together = 8;

const brotli = (bytes: Uint8Array, quality: number) =>
  promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/**
 * The best compression of a page takes forty times the processor of the quick one and saves a tenth of its bytes: as much as all else
 * that a build does for the page. So a page has it where it decides whether the page comes in one round trip, and scripts and style
 * sheets, of which there are few and every page has them, always.
 */
async function brotliOf(file: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (!file.endsWith('.html')) return brotli(bytes, levels.best);
  const quick = await brotli(bytes, levels.quick);
  return quick.length < firstRoundTrip ? quick : brotli(bytes, levels.best);
}

/** @param folder the finished site; @returns how many files now have compressed twins */
async function compressFolder(folder: string): Promise<number> {
  const files = globSync(text, { cwd: folder }).values();
  let count = 0;
  const next = async () => {
    for (const file of files) {
      const path = join(folder, file);
      const bytes = await readFile(path);
      if (bytes.length < worthwhile) continue;
      const [br, gz] = await Promise.all([brotliOf(file, bytes), promisify(gzip)(bytes, { level: 9 })]);
      await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
      count += 1;
    }
  };
  // A few at a time: a site of ten thousand pages would open as many files at once.
  await Promise.all(Array.from({ length: together }, next));
  return count;
}

export function compression(): AstroIntegration {
  return {
    name: 'compression',
    hooks: {
      'astro:build:done': async ({ dir, logger }) =>
        logger.info(`${await compressFolder(fileURLToPath(dir))} files have compressed twins.`),
    },
  };
}
