/** The cut-paper shapes, as markup to stand in a page. The content check has made sure that they hold nothing but paths. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from './content-dir.ts';

export interface ShapeMarkup {
  viewBox: string;
  paths: string;
}

/** @returns undefined when there is no such shape */
export function shapeMarkup(name: string): ShapeMarkup | undefined {
  const file = join(contentDir(), 'shapes', `${name}.svg`);
  if (!existsSync(file)) return undefined;
  const svg = readFileSync(file, 'utf8');
  return {
    viewBox: /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 200 200',
    paths: (svg.match(/<path\b[^>]*>/g) ?? []).map((path) => path.replace(/\/?>$/, '/>')).join(''),
  };
}
