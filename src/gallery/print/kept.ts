/**
 * Keeps what was made to print, by all that goes into it: facts, pictures, settings, the code that draws, its letters and libraries.
 * A file is written whole or not at all. What a build did not ask for is thrown away, so that no copy of a withdrawn artwork stays.
 */
import { createHash, randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { contentDir } from '../../readings/content-dir.ts';
import { printSettings } from './picture.ts';

/** What draws: a change in any of these files makes all prints anew. */
const drawers = [
  'src/gallery/{original,print/*}.ts',
  'src/components/{sheet,cut-paper}.ts',
  'src/styles/{hues,letters*}.ts',
  'src/styles/fonts/letters-*.woff',
];
const libraries = ['pdfkit', 'fontkit', 'culori'];
/** A build that was stopped may leave a half-written file; one that is running may be writing it. */
const halfWrittenFor = 60 * 60 * 1000;

export const markOf = (...parts: (string | Uint8Array)[]): string =>
  parts
    .reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256'))
    .digest('hex')
    .slice(0, 24);

let drawn: string | undefined;
/** Of the settings, the code, the letters and the libraries. */
const markOfDrawers = () =>
  (drawn ??= markOf(
    ...drawers.flatMap((pattern) => globSync(pattern).sort()).map((file) => readFileSync(file)),
    ...libraries.map((name) => (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version),
    JSON.stringify([sharp.versions, printSettings]),
  ));

/** Each content has its own folder, so that a build of one throws away nothing of another. */
export const printFolder = (): string => join('.cache/gallery-print', markOf(contentDir()).slice(0, 8));

/** @param inputs all that the file depends on, apart from what draws it @param ending as `pdf` @returns the name under which it is kept */
export const nameOf = (inputs: unknown, ending: string): string => `${markOf(JSON.stringify(inputs), markOfDrawers())}.${ending}`;

/** @param make is asked when the file is not there @returns its bytes */
export async function bytesOf(name: string, make: () => Promise<Uint8Array>, folder = printFolder()): Promise<Uint8Array> {
  const path = join(folder, name);
  const known = await readFile(path).catch(() => undefined);
  if (known) return known;
  const bytes = await make();
  await mkdir(folder, { recursive: true });
  const fresh = `${path}.${randomUUID()}`;
  try {
    await writeFile(fresh, bytes);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  return bytes;
}

/** @returns how many bytes the file has, without reading it where it is there */
export async function sizeOf(name: string, make: () => Promise<Uint8Array>, folder = printFolder()): Promise<number> {
  const known = await stat(join(folder, name)).catch(() => undefined);
  return known?.size ?? (await bytesOf(name, make, folder)).length;
}

/** Throws away all but these. @param names as `nameOf` gives them */
export async function keepOnly(names: ReadonlySet<string>, folder = printFolder()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (names.has(name)) continue;
    const path = join(folder, name);
    const isFresh = name.split('.').length > 2 && Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0) < halfWrittenFor;
    if (!isFresh) await rm(path, { force: true });
  }
}
