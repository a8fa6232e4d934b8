/**
 * The steps that bring an older register forward, one for each version; the first makes all of it.
 * They only go forward. A step that has been in a release is never changed: add another one.
 */
import { sql, type ColumnDataType, type RawBuilder } from 'kysely';
import type { Register } from './register.ts';
import type { Work } from './tables.ts';

export type Step = (work: Work, store: Register['store']) => Promise<void>;

const refusal = 'decisions are not changed or deleted';

/** Decisions are only added. They are deleted with a submission that is leaving, and with nothing else. */
const guard: Record<Register['store'], RawBuilder<unknown>[]> = {
  sqlite: [
    sql`create trigger decision_is_not_changed before update on decision begin select raise(abort, ${sql.lit(refusal)}); end`,
    sql`create trigger decision_is_not_deleted before delete on decision
        when not exists (select 1 from leaving where submission_id = old.submission_id)
        begin select raise(abort, ${sql.lit(refusal)}); end`,
  ],
  postgres: [
    sql`create function decision_is_kept() returns trigger language plpgsql as $$
        begin
          if tg_op = 'DELETE' and exists (select 1 from leaving where submission_id = old.submission_id) then return old; end if;
          raise exception ${sql.lit(refusal)};
        end $$`,
    sql`create trigger decision_is_kept before update or delete on decision for each row execute function decision_is_kept()`,
    sql`create function decisions_are_kept() returns trigger language plpgsql as $$
        begin raise exception ${sql.lit(refusal)}; end $$`,
    sql`create trigger decisions_are_kept before truncate on decision execute function decisions_are_kept()`,
  ],
};

const first: Step = async (work, store) => {
  const { schema } = work;
  // Times and references are compared letter by letter on both stores.
  const text = store === 'sqlite' ? ('text' as ColumnDataType) : sql`text collate "C"`;
  const number = sql.raw<number>(
    store === 'sqlite' ? 'integer primary key autoincrement' : 'integer generated always as identity primary key',
  );

  await schema
    .createTable('submission')
    .addColumn('id', number)
    .addColumn('reference', text, (column) => column.notNull().unique())
    .addColumn('idem', text, (column) => column.notNull().unique())
    .addColumn('form', text, (column) => column.notNull().check(sql`form in ('pledge', 'import')`))
    .addColumn('form_version', 'integer', (column) => column.notNull())
    .addColumn('status', text, (column) =>
      column.notNull().check(sql`status in ('pending', 'quarantined', 'approved', 'rejected', 'withdrawn')`),
    )
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('answers', text, (column) => column.notNull())
    .addColumn('flags', text, (column) => column.notNull())
    .addColumn('contact', text)
    .execute();
  await schema.createIndex('submission_status').on('submission').column('status').execute();
  await schema.createIndex('submission_contact').on('submission').column('contact').execute();

  await schema
    .createTable('signatory')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('submission_id', 'integer', (column) => column.notNull().unique().references('submission.id'))
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('area', text, (column) => column.notNull())
    .addColumn('date', text, (column) => column.notNull())
    .addColumn('sentence', text)
    .addColumn('website', text)
    .addColumn('approved_at', text, (column) => column.notNull())
    .addColumn('changed_at', text, (column) => column.notNull())
    .addColumn('withdrawn_at', text)
    .execute();

  await schema
    .createTable('decision')
    .addColumn('id', number)
    .addColumn('submission_id', 'integer', (column) => column.notNull().references('submission.id'))
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('who', text, (column) => column.notNull())
    .addColumn('from_status', text, (column) => column.notNull())
    .addColumn('to_status', text, (column) => column.notNull())
    .addColumn('note', text, (column) => column.notNull())
    .execute();
  await schema.createIndex('decision_submission').on('decision').column('submission_id').execute();

  await schema
    .createTable('outbox')
    .addColumn('id', number)
    .addColumn('submission_id', 'integer', (column) => column.notNull().references('submission.id'))
    .addColumn('state', text, (column) => column.notNull().check(sql`state in ('waiting', 'sent', 'failed')`))
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('next_at', text, (column) => column.notNull())
    .addColumn('why', text)
    .execute();
  await schema.createIndex('outbox_due').on('outbox').columns(['state', 'next_at']).execute();
  await schema.createIndex('outbox_submission').on('outbox').column('submission_id').execute();

  await schema
    .createTable('tombstone')
    .addColumn('reference', text, (column) => column.primaryKey())
    .addColumn('public_id', text)
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('who', text, (column) => column.notNull())
    .execute();
  await schema
    .createTable('leaving')
    .addColumn('submission_id', 'integer', (column) => column.primaryKey())
    .execute();
  for (const statement of guard[store]) await statement.execute(work);
};

export const steps: readonly Step[] = [first];
