/** Kysely over Node's own SQLite, for which Kysely has no dialect. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDatabase } from 'kysely';
import { sqliteCode } from './store-errors.ts';

/** How long a writer waits for another process, as the command, to finish. */
export const lockPatience = 5000;

/** What Kysely's own driver asks of a database. A statement that has columns gives rows, INSERT … RETURNING too. */
const asKyselyKnowsIt = (file: DatabaseSync): SqliteDatabase => ({
  close: () => file.close(),
  prepare(text) {
    const statement = file.prepare(text);
    const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...values(parameters)),
      run: (parameters) => statement.run(...values(parameters)),
      iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<never>,
    };
  },
});

/**
 * Takes the write lock when a transaction begins, so that it never fails half-way for want of it. It waits without stopping the
 * process: pages go out meanwhile. Those who queue behind one that waited in vain do not wait as long again.
 */
class Driver extends SqliteDriver {
  readonly #file: DatabaseSync;
  readonly #begin: string;
  /** When the lock was first and last met, while others queue for it. */
  #locked: { first: number; last: number } | undefined;

  constructor(file: DatabaseSync, writes: boolean) {
    super({ database: asKyselyKnowsIt(file) });
    this.#file = file;
    this.#begin = writes ? 'begin immediate' : 'begin';
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    let first: number | undefined;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw(this.#begin));
        this.#locked = undefined;
        return;
      } catch (error) {
        if (sqliteCode(error) !== 5) throw error;
        const now = performance.now();
        first ??= this.#locked && now - this.#locked.last < 1000 ? this.#locked.first : now;
        this.#locked = { first, last: now };
        if (now - first >= lockPatience) throw error;
        await wait(10);
      }
    }
  }

  /** When the disk is full SQLite has rolled back by itself, and would say that there is nothing to roll back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** @param writes whether transactions take the write lock when they begin */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #driver: Driver;
  constructor(file: DatabaseSync, writes: boolean) {
    super({ database: asKyselyKnowsIt(file) });
    this.#driver = new Driver(file, writes);
  }
  override createDriver() {
    return this.#driver;
  }
}
