/** The register in PostgreSQL, for several servers. It may be away at the start and at any time later. */
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import type { Step } from './migrations.ts';
import { StoreAway, StoreUnusable } from './register.ts';
import { clashed, connectionBroke, translated } from './store-errors.ts';
import type { Tables } from './tables.ts';

/** Seconds are short: a person waits, and may try again. The server's own limits come first, ours is for a line that is dead. */
const limits = {
  max: 8,
  connectionTimeoutMillis: 3000,
  statement_timeout: 5000,
  query_timeout: 7000,
  idle_in_transaction_session_timeout: 15_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  application_name: 'local-offer-register',
};

/** Errors of a connection that nobody uses just now must not end the process: the pool drops it, and the next call gets another. */
function pool(databaseUrl: string): pg.Pool {
  const made = new pg.Pool({ connectionString: databaseUrl, ...limits });
  made.on('error', () => {});
  made.on('connect', (client) => client.on('error', () => {}));
  return made;
}

/** How often a transaction is run at most. */
const mostRuns = { broken: 2, clashed: 4 };
/** Milliseconds until the second run when connections broke: the pool learns meanwhile which others are broken too. */
const breath = 250;

/** @throws StoreUnusable when the database is there and cannot be used; when it is not there, every call throws StoreAway until it is */
export async function openPostgres(databaseUrl: string, steps?: readonly Step[]): Promise<Database> {
  const connections = pool(databaseUrl);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections }) });

  let migrated: Promise<void> | undefined;
  const ready = () =>
    (migrated ??= migrate(db, { store: 'postgres', ...(steps && { steps }) }).catch((error: unknown) => {
      migrated = undefined;
      throw error;
    }));

  const run = async <T>(work: () => Promise<T>, repeatable: boolean): Promise<T> => {
    for (let runs = 1; ; runs += 1) {
      try {
        await ready();
        return await work();
      } catch (error) {
        const again = clashed(error) ? runs < mostRuns.clashed : repeatable && connectionBroke(error) && runs < mostRuns.broken;
        if (!again) throw translated(error);
        if (!clashed(error)) await wait(breath);
      }
    }
  };

  const database: Database = {
    store: 'postgres',
    read: (work) => run(() => db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work), true),
    write: (work, repeatable) => run(() => db.transaction().execute(work), repeatable === 'repeatable'),
    tidy: async () => {},
    async close() {
      await db.destroy();
      if (!connections.ended) await connections.end();
    },
  };
  try {
    await run(async () => {}, true);
  } catch (error) {
    const refused = refusal(error);
    if (!refused && error instanceof StoreAway) return database;
    await database.close();
    throw refused ?? error;
  }
  return database;
}

/** What waiting does not mend: a wrong name, password or database. */
function refusal(error: unknown): StoreUnusable | undefined {
  const cause = error instanceof StoreAway ? error.cause : error;
  if (error instanceof StoreUnusable) return error;
  const code = String((cause as { code?: unknown } | undefined)?.code ?? '');
  if (!/^(28|3D|42501)/.test(code)) return undefined;
  return new StoreUnusable(
    `PostgreSQL refuses this program: ${(cause as Error).message}. Set DATABASE_URL to a database that its account may make tables in, as postgresql://name:password@host:5432/database.`,
    { cause },
  );
}
