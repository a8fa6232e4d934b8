/** The packages of the other sides stand in a package of their own, so that the site's own install stays small. Fetched when first needed. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

/** What they are, with their lock. */
const list = import.meta.dirname;
/** Where they are kept: out of the way of what looks through all tests. */
const folder = join(list, '../../.cache/bench');
export const packageFolder = (name: string) => join(folder, 'node_modules', name);

/** Installs them as their lock says. @throws with npm's words when that cannot be done */
export function installOthers(): void {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(list, 'package-lock.json')).mtimeMs) return;
  console.log('The packages of the other sides are being installed.');
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(list, file), join(folder, file));
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The packages of tests/bench could not be installed: ${stderr}`);
}

/** @returns what one of them exports; the site itself does not know their types */
export async function foreign<Exports>(name: string): Promise<Exports> {
  const path = createRequire(join(folder, 'package.json')).resolve(name);
  return (await import(pathToFileURL(path).href)) as Exports;
}

export const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')) as { version: string }).version;
