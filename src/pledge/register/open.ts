/** Opens the register in the store that the settings name. */
import { adding } from './adding.ts';
import type { Database } from './database.ts';
import { approving, rejecting, withdrawing } from './deciding.ts';
import { importing } from './earlier.ts';
import { readEntries } from './entries.ts';
import { dropOldCopies } from './migration-copies.ts';
import { outbox } from './outbox.ts';
import { openPostgres } from './postgres.ts';
import { publicList } from './public-list.ts';
import { NotPossible, type Entry, type Register } from './register.ts';
import { removing } from './removing.ts';
import { openSqlite } from './sqlite.ts';
import { storable } from './storable.ts';
import { triedWrite } from './tried-write.ts';
import type { Work } from './tables.ts';

export { sqlitePath } from './sqlite-file.ts';

export interface RegisterSettings {
  /** Where the SQLite file is; made when it is not there. */
  dataDir: string;
  /** PostgreSQL; undefined or empty: SQLite in `dataDir`. */
  databaseUrl?: string | undefined;
  /** Whether this process serves the site: only one may with SQLite. The command says no, and works beside it. */
  serving: boolean;
  /** Whether mail to staff is kept with a submission. False when none is set up, so that years of it do not wait. */
  mail?: boolean;
}

/**
 * PostgreSQL may be away: then this resolves all the same, and every call throws StoreAway until it is there.
 * @throws StoreUnusable with a sentence that says what to do; the start stops
 */
export async function openRegister({ dataDir, databaseUrl, serving, mail = true }: RegisterSettings): Promise<Register> {
  const database = databaseUrl ? await openPostgres(databaseUrl) : await openSqlite(dataDir, serving);
  const register = registerOver(database, mail);
  if (databaseUrl) return register;
  return {
    ...register,
    async purge(keep, now) {
      dropOldCopies(dataDir, now ?? new Date());
      return register.purge(keep, now);
    },
  };
}

/** @param mail whether mail to staff is kept with a submission */
export function registerOver(database: Database, mail = true): Register {
  const find = async (db: Work, reference: string) => (await readEntries(db, { reference: storable(reference) }))[0];
  /** Decides, and tells how the entry stands then, in one transaction. */
  const decided = (decision: ReturnType<typeof approving>, reference: string): Promise<Entry> =>
    database.write(async (db) => {
      await decision(db, database.store);
      const entry = await find(db, reference);
      if (!entry) throw new NotPossible(`There is no entry ${reference}.`);
      return entry;
    });
  return {
    store: database.store,
    add: adding(database, mail),
    list: (filter) => database.read((db) => readEntries(db, filter?.status ? { status: filter.status } : {})),
    find: (reference) => database.read((db) => find(db, reference)),
    findByEmail: (email) => database.read((db) => readEntries(db, { contact: storable(email).trim().toLowerCase() })),
    approve: (reference, who, approval) => decided(approving(reference, who, approval), reference),
    reject: (reference, who, reason) => decided(rejecting(reference, who, reason), reference),
    async withdraw(reference, who, reason) {
      const entry = await decided(withdrawing(reference, who, reason), reference);
      await database.tidy();
      return entry;
    },
    importEarlier: importing(database),
    ready: () => triedWrite(database),
    close: () => database.close(),
    ...removing(database),
    ...publicList(database),
    ...outbox(database),
  };
}
