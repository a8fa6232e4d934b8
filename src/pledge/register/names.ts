/** New names for entries: never one that is taken, or that an erased entry had. */
import { newPublicId, newReference } from '../form/reference.ts';
import type { Work } from './tables.ts';

async function drawn(draw: () => string, taken: (name: string) => Promise<unknown>): Promise<string> {
  for (;;) {
    const name = draw();
    if ((await taken(name)) === undefined) return name;
  }
}

/** @returns a reference that no entry has or had */
export const freeReference = (db: Work): Promise<string> =>
  drawn(newReference, (name) =>
    db
      .selectFrom('submission')
      .select('reference')
      .where('reference', '=', name)
      .unionAll(db.selectFrom('tombstone').select('reference').where('reference', '=', name))
      .executeTakeFirst(),
  );

/** @returns a public id that no signatory has or had: an old badge must not lead to another setting */
export const freePublicId = (db: Work): Promise<string> =>
  drawn(newPublicId, (name) =>
    db
      .selectFrom('signatory')
      .select('id')
      .where('id', '=', name)
      .unionAll(db.selectFrom('tombstone').select('public_id as id').where('public_id', '=', name).$castTo<{ id: string }>())
      .executeTakeFirst(),
  );
