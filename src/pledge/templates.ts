/** The pages that Astro built for the service to fill in (`dist.service/`), read again when a new build has put others in their place. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../readings/reading.ts';

export type TemplateGroup = Reading | 'staff';

export interface Templates {
  has(group: TemplateGroup, id: string): boolean;
  /** @returns the page as it was built @throws Error when it was not built: a fault of the program */
  get(group: TemplateGroup, id: string): string;
}

/** @param folder where the templates of the built site stand */
export function templatesIn(folder: string): Templates {
  const kept = new Map<string, { changed: number; html: string }>();
  const path = (group: TemplateGroup, id: string) => join(folder, group, `${id}.html`);
  return {
    has: (group, id) => existsSync(path(group, id)),
    get: (group, id) => {
      const file = path(group, id);
      const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      const known = kept.get(file);
      if (known && (changed === undefined || known.changed === changed)) return known.html;
      if (changed === undefined) throw new Error(`The page "${id}" for ${group} was not built.`);
      const html = readFileSync(file, 'utf8');
      kept.set(file, { changed, html });
      return html;
    },
  };
}
