/**
 * Takes the pages that the service fills in out of the published folder: nobody opens half a page, and search does not find it.
 * They stand beside it: `dist.service/standard/sign.html`, `dist.service/easy-read/sign.html`, `dist.service/staff/queue.html`.
 */
import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

export type TemplateGroup = 'standard' | 'easy-read' | 'staff';

/** The folder of the templates that belong to a built site. @param site the folder of the site, without a slash at its end */
export const templateFolder = (site: string) => `${site.replace(/\/+$/, '')}.service`;

/** @returns where a built page belongs: `service/sign/index.html` → standard, sign */
export function templateOf(file: string): { group: TemplateGroup; id: string } | undefined {
  const found = /^(easy-read\/)?service\/(staff\/)?([a-z0-9-]+)\/index\.html$/.exec(file);
  if (!found) return undefined;
  return { group: found[2] ? 'staff' : found[1] ? 'easy-read' : 'standard', id: found[3]! };
}

/** @param finish the last hand on a page, as the removal of what only published pages have */
export function templates(finish: (html: string, group: TemplateGroup) => string = (html) => html): AstroIntegration {
  return {
    name: 'templates',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const to = templateFolder(site);
        await rm(to, { recursive: true, force: true });
        const files = globSync(['service/**/index.html', 'easy-read/service/**/index.html'], { cwd: site });
        for (const file of files) {
          const template = templateOf(file.replaceAll('\\', '/'));
          if (!template) throw new Error(`${file} is no page of the service: its address has too many steps.`);
          const path = join(to, template.group, `${template.id}.html`);
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, finish(await readFile(join(site, file), 'utf8'), template.group));
        }
        for (const folder of ['service', 'easy-read/service'])
          if (existsSync(join(site, folder))) await rm(join(site, folder), { recursive: true });
        logger.info(`${files.length} pages wait for the service.`);
      },
    },
  };
}
