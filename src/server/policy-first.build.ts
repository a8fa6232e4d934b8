/**
 * Moves each page's policy to the front of its head. Astro writes it after the style of the letters, and a policy in a
 * meta element rules only what stands behind it.
 */
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const policy = /<meta http-equiv="content-security-policy"[^>]*>/i;
const front = /<head><meta charset="utf-8">/;

/** @returns the page with its policy behind the charset, which must stand in the first 1,024 bytes */
function policyFirst(html: string): string {
  const meta = policy.exec(html)?.[0];
  return meta && front.test(html) ? html.replace(meta, '').replace(front, (start) => start + meta) : html;
}

export function policyInFront(): AstroIntegration {
  return {
    name: 'policy-in-front',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        await Promise.all(
          globSync('**/*.html', { cwd: folder }).map(async (file) => {
            const path = join(folder, file);
            await writeFile(path, policyFirst(await readFile(path, 'utf8')));
          }),
        );
      },
    },
  };
}
