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

/** @param folder the finished site; @returns how many files now have compressed twins */
async function compressFolder(folder: string): Promise<number> {
  const files = globSync(text, { cwd: folder });
  let count = 0;
  await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const bytes = await readFile(path);
      if (bytes.length < worthwhile) return;
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }),
        promisify(gzip)(bytes, { level: 9 }),
      ]);
      await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
      count += 1;
    }),
  );
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
