/** The register in one file of the data folder: the default, with nothing to install. */
import { backup, type DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { copyBeforeMigration } from './migration-copies.ts';
import { migrate } from './migrate.ts';
import type { Step } from './migrations.ts';
import { StoreAway, StoreUnusable } from './register.ts';
import { holdServing } from './serving-lock.ts';
import { NodeSqliteDialect } from './sqlite-driver.ts';
import { openFile, ownFile, sqlitePath } from './sqlite-file.ts';
import { translated } from './store-errors.ts';
import type { Tables, Work } from './tables.ts';

/** `file` is the connection that writes; a test sets its limits. */
export interface SqliteDatabase extends Database {
  readonly file: DatabaseSync;
}

/** @throws StoreUnusable with a sentence that says what to do */
export async function openSqlite(dataDir: string, serving: boolean, steps?: readonly Step[]): Promise<SqliteDatabase> {
  const opened: (() => unknown)[] = [];
  try {
    const path = ownFile(dataDir, sqlitePath(dataDir));
    if (serving) opened.push(holdServing(dataDir));
    const file = openFile(path, false);
    const writing = new Kysely<Tables>({ dialect: new NodeSqliteDialect(file, true) });
    opened.push(() => file.isOpen && file.close());
    await migrate(writing, {
      store: 'sqlite',
      ...(steps && { steps }),
      before: async (version) => {
        // A server of the earlier version must not go on with tables that it does not know.
        if (!serving) holdServing(dataDir)();
        const source = openFile(path, true);
        await copyBeforeMigration(dataDir, version, (to) => backup(source, to)).finally(() => source.close());
      },
    });
    const readFile = openFile(path, true);
    const reading = new Kysely<Tables>({ dialect: new NodeSqliteDialect(readFile, false) });
    opened.push(() => readFile.isOpen && readFile.close());

    const run = async <T>(db: Kysely<Tables>, work: (db: Work) => Promise<T>) => {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        throw translated(error);
      }
    };
    return {
      store: 'sqlite',
      file,
      read: (work) => run(reading, work),
      write: (work) => run(writing, work),
      async tidy() {
        try {
          // Waits for its turn, so that it does not meet a transaction of our own.
          await writing.connection().execute(async () => file.exec('pragma wal_checkpoint(truncate)'));
        } catch {
          // Another process reads just now: the next checkpoint does it.
        }
      },
      async close() {
        // The last one to close empties the journal into the file.
        await reading.destroy();
        await writing.destroy();
        for (const shut of opened.reverse()) shut();
      },
    };
  } catch (error) {
    for (const shut of opened.reverse()) shut();
    if (error instanceof StoreUnusable) throw error;
    const known = translated(error);
    const why = known instanceof StoreAway ? known.message : `The register cannot be opened: ${(error as Error).message}.`;
    throw new StoreUnusable(
      `${why} It is in ${dataDir}: set DATA_DIR to a folder that this account may write to, and see that its disk has room; restore a backup if its file is damaged.`,
      { cause: error },
    );
  }
}
