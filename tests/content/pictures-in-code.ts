/** The pictures that `src/` itself asks for by name. A council that brings its own pictures needs one for each of them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../council/council.ts';

/** Names in `picture="…"`, `concept={… ? '…' : …}` and the like; comments are left out, since they give examples. */
const asked = /\b(?:picture|concept)(?:=|: | = )(?:"([a-z-]+)"|\{?([^\n}]*))/g;

/** @param status whether the content has a status to show; its pictures are needed only then */
export function picturesNamedInCode({ status }: { status: boolean }): string[] {
  const files = globSync('src/**/*.astro', { cwd: project }).filter((file) => status || !/StrandStatus/.test(file));
  const names = files.flatMap((file) => {
    const code = readFileSync(join(project, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|<style[\s\S]*?<\/style>/g, '');
    const inMarkup = [...code.matchAll(asked)].flatMap(([, word, expression]) =>
      word ? [word] : [...(expression ?? '').matchAll(/[?:]\s*'([a-z-]+)'/g)].map(([, name]) => name!),
    );
    const inList = /const pictures = \{([^}]*)\}/.exec(code)?.[1] ?? '';
    return [...inMarkup, ...[...inList.matchAll(/:\s*'([a-z-]+)'/g)].map(([, name]) => name!)];
  });
  return [...new Set(names)].sort();
}
