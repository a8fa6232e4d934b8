/** Keeping a new submission: one row for the same form with the same answers, however often and at whatever moment it comes. */
import type { Database } from './database.ts';
import { freeReference } from './names.ts';
import type { NewSubmission, Register } from './register.ts';
import { storable, storableJson } from './storable.ts';

/** @param mail whether staff are told of it by mail; it is kept in the same transaction */
export const adding = (database: Database, mail: boolean): Register['add'] => {
  const once = ({ idem, formVersion, answers, flags, quarantine }: NewSubmission) =>
    database.write(async (db) => {
      const createdAt = new Date().toISOString();
      const key = storable(idem);
      const added = await db
        .insertInto('submission')
        .values({
          reference: await freeReference(db),
          idem: key,
          form: 'pledge',
          form_version: formVersion,
          status: quarantine ? 'quarantined' : 'pending',
          created_at: createdAt,
          answers: storableJson(answers),
          flags: storableJson(flags),
          contact: storable(answers.email).toLowerCase() || null,
        })
        // The same form again, or a reference that somebody else drew at this very moment.
        .onConflict((conflict) => conflict.doNothing())
        .returning(['id', 'reference'])
        .executeTakeFirst();
      if (added) {
        if (mail)
          await db
            .insertInto('outbox')
            .values({ submission_id: added.id, state: 'waiting', tries: 0, next_at: createdAt, why: null })
            .execute();
        return { reference: added.reference, repeated: false };
      }
      const earlier = await db.selectFrom('submission').select('reference').where('idem', '=', key).executeTakeFirst();
      return earlier && { reference: earlier.reference, repeated: true };
    }, 'repeatable');

  return async (submission) => {
    for (;;) {
      const kept = await once(submission);
      if (kept) return kept;
    }
  };
};
