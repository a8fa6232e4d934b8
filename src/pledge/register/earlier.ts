/** Adding settings that signed before there was a form: what they are called, what and where they are, and when; nobody's name. */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { sayWho } from './deciding.ts';
import { freePublicId, freeReference } from './names.ts';
import type { EarlierSignatory, Register } from './register.ts';
import { storable, storableJson } from './storable.ts';
import type { Work } from './tables.ts';

const key = ({ name, kind, area }: Pick<EarlierSignatory, 'name' | 'kind' | 'area'>) =>
  JSON.stringify([name.normalize('NFC').trim().toUpperCase().toLowerCase(), kind, area]);

/** What is or was on the list: a setting that has withdrawn does not come back by an old list. */
async function known(db: Work): Promise<Set<string>> {
  const rows = await db
    .selectFrom('submission')
    .innerJoin('signatory', 'signatory.submission_id', 'submission.id')
    .select(['answers', 'signatory.name', 'signatory.kind', 'signatory.area'])
    .execute();
  return new Set(
    rows.flatMap(({ answers, name, kind, area }) => {
      const typed = (JSON.parse(answers) as { setting?: string }).setting;
      return [name, typed].flatMap((each) => (each ? [key({ name: each, kind, area })] : []));
    }),
  );
}

export const importing =
  (database: Database): Register['importEarlier'] =>
  (rows, who) =>
    database.write(async (db) => {
      const operator = sayWho(who);
      // Two lists at the same moment: the second waits, and finds what the first has added. SQLite has one writer as it is.
      if (database.store === 'postgres') await sql`select pg_advisory_xact_lock(7340513)`.execute(db);
      const there = await known(db);
      const at = new Date().toISOString();
      let added = 0;
      for (const { name: given, kind, area: place, date } of rows) {
        const [name, area] = [storable(given).trim(), storable(place)];
        if (there.has(key({ name, kind, area }))) continue;
        there.add(key({ name, kind, area }));
        const reference = await freeReference(db);
        const { id } = await db
          .insertInto('submission')
          .values({
            reference,
            idem: `import:${reference}`,
            form: 'import',
            form_version: 0,
            status: 'approved',
            created_at: at,
            answers: storableJson({ setting: name, kind, area }),
            flags: '[]',
            contact: null,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await db
          .insertInto('signatory')
          .values({
            id: await freePublicId(db),
            submission_id: id,
            ...{ name, kind, area, date: storable(date), sentence: null, website: null },
            ...{ approved_at: at, changed_at: at, withdrawn_at: null },
          })
          .execute();
        await db
          .insertInto('decision')
          .values({
            submission_id: id,
            at,
            who: operator,
            from_status: 'pending',
            to_status: 'approved',
            note: 'From a list of earlier signatories.',
          })
          .execute();
        added += 1;
      }
      return { added, already: rows.length - added };
    });
