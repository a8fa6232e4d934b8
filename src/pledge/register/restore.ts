/**
 * Puts a backup in the place of the SQLite register. What was erased or withdrawn since the backup stays so, and the register that
 * was there is kept as a backup. All of it is made beside the register and takes its place at the end, in one step.
 * Longer than most files here: each step guards something that cannot be had back.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { backupPath, backupTo, checkedCounts, type Counts } from './backup.ts';
import { erasedFile, keepErased, readErased } from './erased-file.ts';
import { openRegister } from './open.ts';
import { NotPossible, StoreUnusable, type Tombstone } from './register.ts';
import { holdServing } from './serving-lock.ts';
import { sqliteCode } from './store-errors.ts';
import { sqlitePath } from './sqlite-file.ts';
import { settleFolder } from './whole-file.ts';

export interface Restored {
  /** What the register held before; null when there was none or it could not be read. */
  before: Counts | null;
  /** What the backup holds. */
  backup: Counts;
  after: Counts;
  /** How many entries were erased or withdrawn once more, because the backup is from before that. */
  erasedAgain: number;
  withdrawnAgain: number;
  /** Entries that had outlived their time, and contacts of which the same is true. */
  purged: { removed: number; contactsErased: number };
  /** References that the register had and the backup has not. */
  notInBackup: string[];
  /** Where the register that was there is kept; null when there was none. */
  kept: string | null;
  /** Lines of the record of erasures that could not be read. */
  unreadable: number[];
}

export interface Restore {
  dataDir: string;
  file: string;
  /** Who restores: kept with each withdrawal that is made again. */
  who: string;
  keep: { rejectedDays: number; contactMonths: number };
  now: Date;
}

/** @throws NotPossible with what to do; the register is then as it was */
export async function restore({ dataDir, file, who, keep, now }: Restore): Promise<Restored> {
  const target = sqlitePath(dataDir);
  refuseUnfit(file, target);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const letGo = holdStill(dataDir);
  // Beside the register, so that the last step is a rename on one disk.
  const work = mkdtempSync(join(dataDir, 'restore-'));
  try {
    const made = sqlitePath(work);
    copyFileSync(file, made);
    chmodSync(made, 0o600);
    const inBackup = look(made, file);
    const present = await keepPresent(dataDir, now);
    const record = readErased(erasedFile(dataDir));

    const register = await openRegister({ dataDir: work, serving: false });
    const done = { erasedAgain: 0, withdrawnAgain: 0, purged: { removed: 0, contactsErased: 0 } };
    let tombstones: Tombstone[];
    try {
      done.erasedAgain = await register.bury([...present.tombstones, ...record.tombstones]);
      for (const reference of present.withdrawn) {
        const entry = await register.find(reference);
        if (!entry || entry.status === 'withdrawn' || entry.status === 'rejected') continue;
        await register.withdraw(reference, who, 'It was withdrawn after the backup that was restored.');
        done.withdrawnAgain += 1;
      }
      done.purged = await register.purge(keep, now);
      tombstones = await register.tombstones();
    } finally {
      await register.close();
    }
    const after = look(made, file).counts;
    putInPlace(made, target, present.damaged);
    keepErased(dataDir, tombstones);
    const there = new Set(inBackup.references);
    const gone = new Set(tombstones.map(({ reference }) => reference));
    return {
      before: present.counts,
      backup: inBackup.counts,
      after,
      ...done,
      notInBackup: present.references.filter((reference) => !there.has(reference) && !gone.has(reference)),
      kept: present.kept,
      unreadable: record.unreadable,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
    letGo();
  }
}

function refuseUnfit(file: string, target: string) {
  if (!existsSync(file) || !statSync(file).isFile())
    throw new NotPossible(`There is no file ${file}. "backup" says where it puts a backup.`);
  if (existsSync(target) && realpathSync(file) === realpathSync(target))
    throw new NotPossible(`${file} is the register itself. Name a backup.`);
  // Only the file and its journal together are a register in use; the file alone can lack most of it.
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0)
    throw new NotPossible(`${file} is in use: its journal ${file}-wal stands beside it. Name a file that "backup" has made.`);
}

/** No server starts until we are done. */
function holdStill(dataDir: string): () => void {
  try {
    return holdServing(dataDir);
  } catch (error) {
    if (error instanceof StoreUnusable)
      throw new NotPossible(`A server runs with the register in ${dataDir}. Stop it, restore, then start it again.`);
    throw error;
  }
}

/** Reads a file that nobody else uses, and leaves no journal beside it. @throws NotPossible when it is no whole register */
function look(path: string, name: string): { counts: Counts; references: string[] } {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path);
    const counts = checkedCounts(file, `${name} is damaged or is no register. Use another backup.`);
    file.exec('pragma journal_mode = delete');
    const references = file.prepare('select reference from submission order by id').all() as { reference: string }[];
    return { counts, references: references.map(({ reference }) => reference) };
  } finally {
    file?.close();
  }
}

interface Present {
  counts: Counts | null;
  references: string[];
  withdrawn: string[];
  tombstones: Tombstone[];
  kept: string | null;
  /** Where a register that cannot be read is copied to, as it is. */
  damaged: string | null;
}

/**
 * Keeps the register that is there, and reads what must hold in the restored one too. Read without the program's own tables: it may be of
 * a newer version, whose owner goes back.
 */
async function keepPresent(dataDir: string, now: Date): Promise<Present> {
  const none: Present = { counts: null, references: [], withdrawn: [], tombstones: [], kept: null, damaged: null };
  const path = sqlitePath(dataDir);
  if (!existsSync(path)) return none;
  const kept = backupPath(dataDir, now, '-before-restore');
  try {
    const counts = await backupTo(dataDir, kept);
    const file = new DatabaseSync(kept, { readOnly: true });
    try {
      const column = (text: string) => file.prepare(text).all() as { reference: string }[];
      return {
        counts,
        references: column('select reference from submission order by id').map(({ reference }) => reference),
        withdrawn: column(`select reference from submission where status = 'withdrawn'`).map(({ reference }) => reference),
        tombstones: file.prepare('select reference, public_id as id, at, who from tombstone').all() as unknown as Tombstone[],
        kept,
        damaged: null,
      };
    } finally {
      file.close();
    }
  } catch (error) {
    // Damaged, or no register at all: often the very reason to restore. Anything else, as a full disk, stops here.
    const beyondReading = (error instanceof NotPossible && /damaged/.test(error.message)) || [1, 11, 26].includes(sqliteCode(error) ?? 0);
    if (!beyondReading) throw error;
    const damaged = backupPath(dataDir, now, '-damaged');
    return { ...none, kept: damaged, damaged };
  }
}

/** @param damaged where to copy what is there; null when that has been done */
function putInPlace(made: string, target: string, damaged: string | null) {
  if (damaged !== null) {
    mkdirSync(dirname(damaged), { recursive: true, mode: 0o700 });
    for (const end of ['', '-wal', '-shm']) if (existsSync(`${target}${end}`)) copyFileSync(`${target}${end}`, `${damaged}${end}`);
    for (const end of ['', '-wal', '-shm']) if (existsSync(`${damaged}${end}`)) chmodSync(`${damaged}${end}`, 0o600);
  } else if (existsSync(target)) {
    const file = new DatabaseSync(target, { timeout: 2000 });
    try {
      // Writes the journal into the file and takes it away; refused while another process has the register open.
      const [row] = file.prepare('pragma journal_mode = delete').all() as { journal_mode: string }[];
      if (row?.journal_mode !== 'delete') throw new NotPossible('Another command uses the register just now. Try again when it is done.');
    } catch (error) {
      if (sqliteCode(error) === 5) throw new NotPossible('Another command uses the register just now. Try again when it is done.');
      throw error;
    } finally {
      file.close();
    }
  }
  // The journal of the one must not meet the other.
  for (const end of ['-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
  renameSync(made, target);
  settleFolder(dirname(target));
}
