/** Builds the search index over the finished pages. Both readings share one index; a filter tells them apart. */
import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
        if (!index) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: folder });
        const written = await index.writeFiles({ outputPath: `${folder}pagefind` });
        const problems = [...added.errors, ...written.errors];
        // Pagefind's own interfaces are not used here.
        await Promise.all(
          globSync('pagefind/pagefind-{ui,modular-ui,component-ui,highlight}.*', { cwd: folder }).map((file) => rm(`${folder}${file}`)),
        );
        await pagefind.close();
        if (problems.length > 0) throw new Error(`The search index could not be built: ${problems.join('; ')}`);
        logger.info(`${added.page_count} pages can be searched.`);
      },
    },
  };
}
