/** Removing entries for good: because somebody asks, because a backup brought them back, or because their time is over. */
import type { Database } from './database.ts';
import { eraseContact, held, sayWho } from './deciding.ts';
import { monthsBefore } from './london-day.ts';
import type { Register, Tombstone } from './register.ts';
import { storable } from './storable.ts';
import type { Work } from './tables.ts';

/** Deletes entries with all that belongs to them. @returns nothing; the caller keeps a tombstone where one is due */
async function remove(db: Work, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .insertInto('leaving')
    .values(ids.map((id) => ({ submission_id: id })))
    .execute();
  for (const table of ['decision', 'outbox', 'signatory'] as const) await db.deleteFrom(table).where('submission_id', 'in', ids).execute();
  await db.deleteFrom('submission').where('id', 'in', ids).execute();
  await db.deleteFrom('leaving').where('submission_id', 'in', ids).execute();
}

/** The public id of an entry, if it ever had one. */
const publicId = async (db: Work, id: number) =>
  (await db.selectFrom('signatory').select('id').where('submission_id', '=', id).executeTakeFirst())?.id ?? null;

async function keepTombstone(db: Work, { reference, id, at, who }: Tombstone): Promise<void> {
  await db
    .insertInto('tombstone')
    .values({ reference: storable(reference), public_id: id === null ? null : storable(id), at: storable(at), who: storable(who) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const removing = (database: Database): Pick<Register, 'erase' | 'tombstones' | 'bury' | 'purge'> => ({
  async erase(reference, who) {
    await database.write(async (db) => {
      const name = sayWho(who);
      const row = await held(db, database.store, reference);
      await keepTombstone(db, { reference: row.reference, id: await publicId(db, row.id), at: new Date().toISOString(), who: name });
      await remove(db, [row.id]);
    });
    await database.tidy();
  },

  tombstones: () =>
    database.read(async (db) => {
      const rows = await db.selectFrom('tombstone').selectAll().orderBy('at').orderBy('reference').execute();
      return rows.map(({ reference, public_id: id, at, who }) => ({ reference, id, at, who }));
    }),

  async bury(tombstones) {
    const buried = await database.write(async (db) => {
      let count = 0;
      for (const tombstone of tombstones) {
        const row = await db
          .selectFrom('submission')
          .select('id')
          .where('reference', '=', storable(tombstone.reference))
          .executeTakeFirst();
        // The backup may be from before it was approved, or from after: whichever id is known is kept.
        await keepTombstone(db, { ...tombstone, id: tombstone.id ?? (row ? await publicId(db, row.id) : null) });
        if (!row) continue;
        await remove(db, [row.id]);
        count += 1;
      }
      return count;
    });
    await database.tidy();
    return buried;
  },

  async purge({ rejectedDays, contactMonths }, now = new Date()) {
    const done = await database.write(async (db) => {
      const before = new Date(now.getTime() - rejectedDays * 86_400_000).toISOString();
      // A rejected one counts from its rejection, a quarantined one, of which nobody decided, from its arrival.
      const outlived = await db
        .selectFrom('submission')
        .select('id')
        .where((where) =>
          where.or([
            where.and([where('status', '=', 'quarantined'), where('created_at', '<=', before)]),
            where.and([
              where('status', '=', 'rejected'),
              where.not(
                where.exists(
                  where
                    .selectFrom('decision')
                    .select('decision.id')
                    .whereRef('decision.submission_id', '=', 'submission.id')
                    .where('to_status', '=', 'rejected')
                    .where('at', '>', before),
                ),
              ),
            ]),
          ]),
        )
        .limit(10_000)
        .execute();
      await remove(
        db,
        outlived.map(({ id }) => id),
      );
      const contacts = await db
        .selectFrom('submission')
        .innerJoin('signatory', 'signatory.submission_id', 'submission.id')
        .select(['submission.id', 'answers'])
        .where('status', '=', 'approved')
        .where('contact', 'is not', null)
        .where('approved_at', '<=', monthsBefore(now, contactMonths).toISOString())
        .execute();
      for (const row of contacts) await eraseContact(db, row);
      return { removed: outlived.length, contactsErased: contacts.length };
    });
    // Each time: what was erased while another process read is in the journal still.
    await database.tidy();
    return done;
  },
});
