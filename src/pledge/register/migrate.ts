/** Brings a register of an earlier version forward, all of it or none. */
import { sql, type Kysely } from 'kysely';
import { steps as ownSteps, type Step } from './migrations.ts';
import { StoreUnusable, type Register } from './register.ts';
import type { Tables, Work } from './tables.ts';

/** @returns the version that the store has now; 0 for an empty one */
export async function versionOf(db: Kysely<Tables>, store: Register['store']): Promise<number> {
  const { rows } =
    store === 'sqlite'
      ? await sql`select 1 from sqlite_schema where name = 'schema_version'`.execute(db)
      : // Not by to_regclass: it may answer from before another server's commit.
        await sql`select 1 from pg_catalog.pg_tables where schemaname = current_schema() and tablename = 'schema_version'`.execute(db);
  if (rows.length === 0) return 0;
  const found = await db
    .selectFrom('schema_version')
    .select((of) => of.fn.max('version').as('version'))
    .executeTakeFirst();
  return found?.version ?? 0;
}

/** @throws StoreUnusable when a newer version of this program has opened the register: an older one would not know what it means */
function refuseNewer(version: number, known: number) {
  if (version > known)
    throw new StoreUnusable(
      `The register was written by a newer version of this program: its tables are version ${version}, and this program knows ${known}. Install the newer program again, or restore a backup that was made before it.`,
    );
}

export interface Migration {
  store: Register['store'];
  steps?: readonly Step[];
  /** Called inside the transaction, when there is an earlier version and so something to lose. */
  before?: (version: number) => Promise<void>;
}

/**
 * Runs the steps that the store does not have yet, in one transaction that nobody else can be in at the same time.
 * @throws StoreUnusable for a newer register
 */
export async function migrate(db: Kysely<Tables>, { store, steps = ownSteps, before }: Migration): Promise<void> {
  const now = await versionOf(db, store);
  refuseNewer(now, steps.length);
  if (now === steps.length) return;
  await db.transaction().execute(async (work) => {
    // On SQLite the transaction itself is the lock. The number means nothing; it only is this program's own.
    if (store === 'postgres') await sql`select pg_advisory_xact_lock(7340512)`.execute(work);
    const version = await versionOf(work, store);
    refuseNewer(version, steps.length);
    if (version > 0 && version < steps.length) await before?.(version);
    if (version === 0) await startVersions(work);
    for (const [index, step] of steps.entries()) {
      if (index < version) continue;
      await step(work, store);
      await work
        .insertInto('schema_version')
        .values({ version: index + 1, at: new Date().toISOString() })
        .execute();
    }
  });
}

const startVersions = (work: Work) =>
  work.schema
    .createTable('schema_version')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
