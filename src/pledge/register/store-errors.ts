/** What the two stores say when they cannot be reached or written to, told in one way. */
import { StoreAway } from './register.ts';

/** SQLite's primary result codes: https://www.sqlite.org/rescode.html */
const sqliteAway: Record<number, string> = {
  5: 'it is locked',
  6: 'it is locked',
  8: 'it can only be read',
  10: 'its disk has an error',
  11: 'its file is damaged',
  13: 'its disk is full',
  14: 'its file cannot be opened',
  26: 'its file is damaged',
};

/** PostgreSQL's codes, whole or by class: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const postgresAway: [RegExp, string][] = [
  [/^08/, 'the connection broke'],
  [/^57P0/, 'the database is starting or stopping'],
  [/^(57014|55P03|25P0[34])$/, 'the database is too slow'],
  [/^(40001|40P01)$/, 'others write to it at the same time'],
  [/^53[12]00$/, 'its disk or memory is full'],
  [/^53/, 'the database is too busy'],
  [/^(28|3D)/, 'the database refuses this program'],
  [/^(25006|58|XX)/, 'the database has an error'],
];
const network =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOENT|EACCES|ECONNABORTED|EADDRNOTAVAIL|EMFILE|ENFILE)$/;
/** pg has no codes for these. */
const pgSays =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|not queryable|has been discarded|timeout expired|Cannot use a pool after calling end/i;

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;

/** @returns SQLite's primary result code, when the error is one of SQLite's */
export function sqliteCode(error: unknown): number | undefined {
  const code = field(error, 'errcode');
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** Whether the line to PostgreSQL broke or was never there, so that nobody knows what became of the last statement. */
export function connectionBroke(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(connectionBroke);
  const code = field(error, 'code');
  if (typeof code === 'string') return network.test(code) || /^(08|57P0)/.test(code);
  return error instanceof Error && pgSays.test(error.message);
}

/** Whether the same transaction can simply be run again. */
export const clashed = (error: unknown) => /^(40001|40P01)$/.test(String(field(error, 'code')));

/** @returns `StoreAway` with a sentence for an error that passes; any other error as it is */
export function translated(error: unknown): unknown {
  if (error instanceof StoreAway) return error;
  const away = (why: string) => new StoreAway(`The register cannot be used now: ${why}. Nothing was kept. Try again.`, { cause: error });
  const number = sqliteCode(error);
  if (number !== undefined) return sqliteAway[number] ? away(sqliteAway[number]) : error;
  if (connectionBroke(error)) return away('the database does not answer');
  const code = field(error, 'code');
  const found = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && postgresAway.find(([pattern]) => pattern.test(code));
  return found ? away(found[1]) : error;
}
