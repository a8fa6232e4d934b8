/** The packages that a file imports, as TypeScript reads it, so that a text about imports is none. */
import { isBuiltin } from 'node:module';
import ts from 'typescript';

/** The code of an Astro file: what stands between its fences and in its scripts. */
const codeOf = (text: string) =>
  [
    /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '',
    ...[...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!),
  ].join('\n');

const resolved = /\b(?:import\.meta\.resolve|require\.resolve|createRequire\([^)]*\)\.resolve)\(\s*['"]([^'"]+)['"]/g;
const inStyle = /@import\s+(?:url\()?['"]([^'"]+)['"]/g;

/** @param file its name, which tells how it is read; @returns each package once, by the name that package.json has */
export function packagesOf(file: string, text: string): string[] {
  const code = file.endsWith('.astro') ? codeOf(text) : text;
  const specifiers = file.endsWith('.css')
    ? [...text.matchAll(inStyle)].map((match) => match[1]!)
    : [
        ...ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName),
        ...[...code.matchAll(resolved)].map((match) => match[1]!),
      ];
  const names = specifiers.filter((name) => !/^[./#]|^[a-z]+:/.test(name) && !isBuiltin(name));
  return [
    ...new Set(
      names.map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    ),
  ];
}
