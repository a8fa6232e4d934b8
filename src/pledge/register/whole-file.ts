/** Files that are there whole or not at all, whatever stops the program while it writes. */
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a rename in the folder outlive a loss of power; some systems cannot, and have no need to. */
export function settleFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folders.
  }
}

/**
 * Writes beside the file and puts it in its place at the end.
 * @param mode who may read it: 0o600 for what holds personal data
 * @throws the system's error; the file that was there is as it was
 */
export function writeWhole(path: string, text: string, mode: number): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    const handle = openSync(beside, 'wx', mode);
    try {
      fchmodSync(handle, mode);
      const bytes = Buffer.from(text);
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
    settleFolder(dirname(path));
  } finally {
    rmSync(beside, { force: true });
  }
}
