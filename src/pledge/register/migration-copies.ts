/** Copies of the register that are made before its tables change, and go when backups go. */
import { globSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ownFile } from './sqlite-file.ts';

/** Backups hold personal data no longer than this. */
const keptDays = 35;

/** @param copy writes a whole copy to the path that it is given */
export async function copyBeforeMigration(dataDir: string, version: number, copy: (path: string) => Promise<unknown>): Promise<void> {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  await copy(ownFile(dataDir, join(dataDir, `register-version-${version}-${stamp}.db`)));
}

/** Deletes the copies that are older than backups may be. @returns how many */
export function dropOldCopies(dataDir: string, now: Date): number {
  const old = globSync('register-version-*.db', { cwd: dataDir })
    .map((name) => join(dataDir, name))
    .filter((path) => now.getTime() - statSync(path).mtimeMs > keptDays * 86_400_000);
  for (const path of old) rmSync(path, { force: true });
  return old.length;
}
