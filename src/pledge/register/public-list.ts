/** What the public sees: approved entries alone, as a person worded them. */
import type { Database } from './database.ts';
import { published } from './entries.ts';
import type { Register } from './register.ts';
import { storable } from './storable.ts';

const byName = new Intl.Collator('en-GB');

export const publicList = (database: Database): Pick<Register, 'publicList' | 'published'> => ({
  publicList: () =>
    database.read(async (db) => {
      const rows = await db.selectFrom('signatory').selectAll().orderBy('submission_id').execute();
      const erased = await db.selectFrom('tombstone').select(['public_id', 'at']).where('public_id', 'is not', null).execute();
      const signatories = rows.filter((row) => row.withdrawn_at === null).map(published);
      signatories.sort((one, other) => byName.compare(one.name, other.name));
      const times = [...rows.map((row) => row.changed_at), ...erased.map((row) => row.at)];
      return {
        changed: times.reduce<string | null>((last, time) => (last === null || time > last ? time : last), null),
        count: signatories.length,
        signatories,
        withdrawn: [...rows.filter((row) => row.withdrawn_at !== null).map((row) => row.id), ...erased.map((row) => row.public_id!)].sort(),
      };
    }),

  published: (id) =>
    database.read(async (db) => {
      const clean = storable(id);
      const row = await db.selectFrom('signatory').selectAll().where('id', '=', clean).executeTakeFirst();
      if (row) return row.withdrawn_at === null ? published(row) : 'withdrawn';
      const erased = await db.selectFrom('tombstone').select('reference').where('public_id', '=', clean).executeTakeFirst();
      return erased && 'withdrawn';
    }),
});
