/** Puts the `_headers` file at the top of the built site, for static hosts that read it. Our own server never shows it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Delivery } from './delivery.ts';
import { headersFile } from './deploy/static-host.ts';

/** @param base the sub-path of the site, with slashes at both ends */
export function staticHost(base: string, delivery: Delivery): AstroIntegration {
  return {
    name: 'static-host',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await writeFile(join(folder, '_headers'), headersFile(folder, base, delivery));
      },
    },
  };
}
