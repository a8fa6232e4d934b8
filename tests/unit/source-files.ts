/** The files of `src/` and what each imports, for the checks that hold the house together. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

export interface SourceFile {
  /** From the project's root: `src/readings/dates.ts`. */
  path: string;
  text: string;
  /** What it imports of `src/`, as paths from the project's root. */
  imports: string[];
}

const specifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bexport\s+\*\s+from\s*)['"](\.[^'"]+)['"]/g;

/** The local files that a source imports. @param path where it stands @param text what stands in it */
export const importsOf = (path: string, text: string): string[] =>
  [...text.matchAll(specifier)].map((match) =>
    normalize(join(dirname(path), match[1]!))
      .split(sep)
      .join('/'),
  );

export function sourceFiles(): SourceFile[] {
  return globSync('src/**/*.{ts,astro}')
    .sort()
    .map((found) => {
      const path = found.split(sep).join('/');
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}
