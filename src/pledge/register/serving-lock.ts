/** Only one server may serve from a data folder; the command may work beside it. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './register.ts';
import { sqliteCode } from './store-errors.ts';
import { ownFile } from './sqlite-file.ts';

/**
 * Holds the folder for as long as this process lives. The lock is the system's own on a file, which ends with the process however
 * it ends; a file that was left behind stops nobody.
 * @returns what lets it go
 * @throws StoreUnusable when another holds it
 */
export function holdServing(dataDir: string): () => void {
  const file = new DatabaseSync(ownFile(dataDir, join(dataDir, 'serving.lock')), { timeout: 500 });
  try {
    // Nothing is ever written to it, so its journal need not be a file.
    file.exec('pragma journal_mode = memory');
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (sqliteCode(error) !== 5) throw error;
    throw new StoreUnusable(
      `Another server already runs with the data folder ${dataDir}. Stop it first, or set DATA_DIR to another folder. For several servers, set DATABASE_URL to a PostgreSQL database.`,
      { cause: error },
    );
  }
  return () => {
    if (file.isOpen) file.close();
  };
}
