/** Mail to staff that waits to be sent. It was kept together with its submission, and never decides whether that counts. */
import type { Database } from './database.ts';
import type { Register } from './register.ts';
import { storable } from './storable.ts';

/** Whoever takes a mail has it for so long; then it is due again, as its taker may have died. */
const takenFor = 5 * 60_000;

export const outbox = (database: Database): Pick<Register, 'dueMail' | 'mailSent' | 'mailNotSent' | 'mailFigures'> => ({
  dueMail: (now, most) =>
    database.write(async (db) => {
      const due = await db
        .selectFrom('outbox')
        .innerJoin('submission', 'submission.id', 'outbox.submission_id')
        .select(['outbox.id', 'reference', 'status', 'tries'])
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now.toISOString())
        .orderBy('outbox.id')
        .limit(most)
        // Another server's mail is not waited for.
        .$if(database.store === 'postgres', (query) => query.forUpdate('outbox').skipLocked())
        .execute();
      if (due.length > 0)
        await db
          .updateTable('outbox')
          .set({ next_at: new Date(now.getTime() + takenFor).toISOString() })
          .where(
            'id',
            'in',
            due.map(({ id }) => id),
          )
          .execute();
      return due.map(({ id, reference, status, tries }) => ({ id, reference, quarantined: status === 'quarantined', tries }));
    }),

  mailSent: (id) =>
    database.write(async (db) => {
      await db
        .updateTable('outbox')
        .set((set) => ({ state: 'sent', tries: set('tries', '+', 1), why: null }))
        .where('id', '=', id)
        .execute();
    }),

  mailNotSent: (id, why, next) =>
    database.write(async (db) => {
      await db
        .updateTable('outbox')
        .set((set) => ({
          tries: set('tries', '+', 1),
          why: storable(why).slice(0, 500),
          ...(next ? { next_at: next.toISOString() } : { state: 'failed' as const }),
        }))
        .where('id', '=', id)
        .execute();
    }),

  mailFigures: () =>
    database.read(async (db) => {
      const rows = await db
        .selectFrom('outbox')
        .select((of) => ['state', of.fn.countAll<number | string>().as('count')])
        .where('state', '!=', 'sent')
        .groupBy('state')
        .execute();
      const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
      return { waiting: count('waiting'), failed: count('failed') };
    }),
});
