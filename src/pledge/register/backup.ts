/** Copies of the SQLite register, made while it is in use, checked before they get their name, and gone when their time is over. */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  globSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { NotPossible, statuses, type Status } from './register.ts';
import { lockPatience } from './sqlite-driver.ts';
import { sqlitePath } from './sqlite-file.ts';
import { settleFolder } from './whole-file.ts';

/** Backups hold personal data no longer than this (requirement "Retention"). */
export const keptDays = 35;

export type Counts = Record<Status, number> & { all: number };

const stamp = (now: Date) => now.toISOString().replace(/[-:Z]/g, '');
/** Only names that this program gives, also to a copy that was never finished: what a person put there, or named otherwise, is theirs. */
const ownName =
  /^register-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})\.\d{3}(?:-before-restore|-damaged)?\.db(?:\.\d+\.new)?(?:-wal|-shm|-journal)?$/;

/** @returns the folder of backups in the data folder */
export const backupFolder = (dataDir: string): string => join(dataDir, 'backups');

/** @param what why it is made, for its name @returns where a backup goes unless somebody says where, by the time in UTC */
export const backupPath = (dataDir: string, now: Date, what: '' | '-before-restore' | '-damaged' = ''): string =>
  join(backupFolder(dataDir), `register-${stamp(now)}${what}.db`);

/**
 * @param file a register as a file, of any version
 * @param otherwise what to say when it is no register, or not whole
 * @returns how many entries of each status it holds
 * @throws NotPossible with that sentence
 */
export function checkedCounts(file: DatabaseSync, otherwise: string): Counts {
  const damaged = () => new NotPossible(otherwise);
  try {
    const answer = file.prepare('pragma integrity_check').all() as { integrity_check: string }[];
    if (answer.length !== 1 || answer[0]!.integrity_check !== 'ok') throw damaged();
    const rows = file.prepare('select status, count(*) as number from submission group by status').all() as {
      status: Status;
      number: number;
    }[];
    const counts = Object.fromEntries(statuses.map((status) => [status, rows.find((row) => row.status === status)?.number ?? 0]));
    return { all: rows.reduce((sum, { number }) => sum + number, 0), ...(counts as Record<Status, number>) };
  } catch (error) {
    // A file that is no database, or has no such table. A full disk or a lock is another matter.
    if ([1, 11, 26].includes(Number((error as { errcode?: number }).errcode) & 0xff)) throw damaged();
    throw error;
  }
}

/**
 * Copies the register to a new file. A server and commands may go on writing meanwhile: the copy is of one moment.
 * @param to must not be there
 * @returns what the copy holds
 * @throws NotPossible when there is nothing to copy or `to` is there
 */
export async function backupTo(dataDir: string, to: string): Promise<Counts> {
  const from = sqlitePath(dataDir);
  if (!existsSync(from)) throw new NotPossible(`There is no register in ${dataDir} yet, so there is nothing to back up.`);
  const refuse = () => new NotPossible(`${to} is there already and is not overwritten. Name another file.`);
  if (existsSync(to)) throw refuse();
  if (dirname(to) === backupFolder(dataDir)) mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const beside = `${to}.${process.pid}.new`;
  closeSync(openSync(beside, 'wx', 0o600));
  try {
    const source = new DatabaseSync(from, { timeout: lockPatience });
    try {
      // All pages in one go: in small steps, a copy begins anew with each write of another process.
      await backup(source, beside, { rate: 1_000_000 });
    } finally {
      source.close();
    }
    const counts = settled(beside);
    if (existsSync(to)) throw refuse();
    chmodSync(beside, 0o600);
    renameSync(beside, to);
    settleFolder(dirname(to));
    return counts;
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${beside}${end}`, { force: true });
  }
}

/** Makes a copy one file that needs no journal beside it, checks it, and sees that it is on the disk. */
function settled(path: string): Counts {
  const file = new DatabaseSync(path);
  let counts: Counts;
  try {
    file.exec('pragma journal_mode = delete');
    counts = checkedCounts(file, 'The register is damaged, so no backup was made. Restore an earlier one.');
  } finally {
    file.close();
  }
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return counts;
}

/**
 * Deletes backups of our own naming in `DATA_DIR/backups` that are older than backups may be, and what a restore left that was stopped
 * on its way. Running it twice changes nothing more.
 * @returns the names of the backups
 */
export function dropOldBackups(dataDir: string, now: Date): string[] {
  const day = 86_400_000;
  for (const left of globSync('restore-??????', { cwd: dataDir }).map((name) => join(dataDir, name)))
    if (now.getTime() - statSync(left).mtimeMs > day) rmSync(left, { recursive: true, force: true });
  const folder = backupFolder(dataDir);
  if (!existsSync(folder)) return [];
  const old = readdirSync(folder).filter((name) => {
    const [, year, month, date, hour, minute, second] = ownName.exec(name) ?? [];
    return year !== undefined && now.getTime() - Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`) > keptDays * day;
  });
  for (const name of old) rmSync(join(folder, name), { force: true });
  return old;
}
