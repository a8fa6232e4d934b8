/** Whether the store can keep something now, found by trying. */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Work } from './tables.ts';

/** Ends the transaction that tried. */
class Enough extends Error {}

/** More than the longest submission takes, so that a store with no room for one says so now. */
const size = 65_536;

/** SQLite writes at commit, and this is rolled back: without room in memory it writes to the disk at once. */
async function onDisk(db: Work, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await sql<{ cache_size: number }>`pragma cache_size`.execute(db);
  await sql`pragma cache_size = 1`.execute(db);
  try {
    await work();
  } finally {
    await sql`pragma cache_size = ${sql.lit(rows[0]!.cache_size)}`.execute(db);
  }
}

/** Writes a submission with its mail and rolls it back: nothing of it stays. @throws StoreAway */
export async function triedWrite(database: Database): Promise<void> {
  const name = `ready:${crypto.randomUUID()}`;
  const kept = async (db: Work) => {
    const { id } = await db
      .insertInto('submission')
      .values({
        ...{ reference: name, idem: name, form: 'pledge', form_version: 0, status: 'pending', created_at: '' },
        ...{ answers: JSON.stringify('x'.repeat(size)), flags: '[]', contact: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.insertInto('outbox').values({ submission_id: id, state: 'waiting', tries: 0, next_at: '', why: null }).execute();
  };
  try {
    await database.write(async (db) => {
      await (database.store === 'sqlite' ? onDisk(db, () => kept(db)) : kept(db));
      throw new Enough();
    }, 'repeatable');
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
}
