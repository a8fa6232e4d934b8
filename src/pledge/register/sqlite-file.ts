/** The register's file in the data folder, and how it is opened. */
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** @returns the path of the register's SQLite file */
export const sqlitePath = (dataDir: string): string => join(dataDir, 'register.db');

/** Makes the folder, and an empty file in it, for this account alone. @returns the file's path */
export function ownFile(dataDir: string, path: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  return path;
}

/**
 * Opens the file to read or to write. SQLite's journal beside it gets the same rights.
 * FULL: what was acknowledged outlives a loss of power (https://www.sqlite.org/pragma.html#pragma_synchronous).
 * secure_delete: what was erased is overwritten.
 */
export function openFile(path: string, readOnly: boolean): DatabaseSync {
  const file = new DatabaseSync(path, { readOnly, timeout: readOnly ? 1000 : 5000 });
  try {
    if (!readOnly) {
      file.exec('pragma journal_mode = wal');
      file.exec('pragma synchronous = full');
      file.exec('pragma secure_delete = on');
    }
    file.exec('pragma trusted_schema = off');
    // Reads the file's head, so that a file that is no register is told of at the start.
    file.exec('select count(*) from sqlite_schema');
    // From now on the driver waits, without stopping the process.
    if (!readOnly) file.exec('pragma busy_timeout = 0');
  } catch (error) {
    file.close();
    throw error;
  }
  return file;
}
