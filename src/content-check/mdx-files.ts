/** Reads each reading of the content once for all checks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMdx, type MdxSource } from '../readings/mdx-source.ts';
import type { Library } from './library.ts';

const read = new WeakMap<Library, Map<string, MdxSource>>();

/** @param file from the content folder, as `pledge/listen/easy-read.mdx` @returns undefined when there is no such file */
export function mdxOf(library: Library, file: string): MdxSource | undefined {
  const path = join(library.dir, file);
  const known = read.get(library) ?? new Map<string, MdxSource>();
  read.set(library, known);
  if (!known.has(file) && existsSync(path)) known.set(file, readMdx(readFileSync(path, 'utf8')));
  return known.get(file);
}
