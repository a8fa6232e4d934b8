/** The commands that keep the register: import, purge, backup, restore. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { backupFolder, backupPath, backupTo, dropOldBackups, keptDays, type Counts } from './backup.ts';
import { oneOf, WrongUse, type Call, type Command } from './command-call.ts';
import { erasedFile, keepErased, readErased } from './erased-file.ts';
import { ImportFaults, readImport } from './import-file.ts';
import { NotPossible, statuses } from './register.ts';
import { restore as restoreFrom } from './restore.ts';

/** As lines for a person, or as JSON for a program. */
const say = (call: Call, format: 'text' | 'json', value: object, lines: string[]) =>
  call.output.data(format === 'json' ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join('\n')}\n`);

const formatOf = (call: Call) => oneOf(call, 'format', ['text', 'json']);

const countsInWords = (counts: Counts | null) =>
  counts === null ? 'none that could be read' : `${counts.all} (${statuses.map((status) => `${counts[status]} ${status}`).join(', ')})`;

/** A list of earlier signatories is small; a larger file is another one. */
const mostBytes = 5_000_000;

export const importing: Command = {
  form: 'FILE [--by NAME] [--format text|json]',
  does: 'Adds earlier signatories from a CSV file with the header name,kind,area,date, or a JSON array of the same. All rows, or none.',
  texts: ['by', 'format'],
  switches: [],
  least: 1,
  most: 1,
  async run(call) {
    const format = formatOf(call);
    const file = resolve(call.words[0]!);
    if (!existsSync(file) || !statSync(file).isFile()) throw new NotPossible(`There is no file ${call.words[0]}.`);
    if (statSync(file).size > mostBytes)
      throw new NotPossible(`${call.words[0]} is too large for a list of signatories. Look whether it is the right file.`);
    const who = call.who();
    const rows = readImport(readFileSync(file), { areas: await areas(), today: call.today });
    const done = await call.withRegister((register) => register.importEarlier(rows, who));
    await say(call, format, done, [`${done.added} added to the public list, ${done.already} there already.`]);
  },
};

/** The areas of this Local Offer; read only when they are needed, since a fault in them must not stop other commands. */
async function areas(): Promise<string[]> {
  try {
    const { localOffer } = await import('../../readings/local-offer.ts');
    return localOffer.areas.map(({ id }) => id);
  } catch {
    throw new NotPossible('The areas in content/local-offer.yaml cannot be read. Run "npm run check", which says what to mend.');
  }
}

/** Said of an import that cannot be kept: each fault, then what became of the rest. */
export const faultsInWords = ({ faults }: ImportFaults): string =>
  [
    ...faults.slice(0, 100),
    ...(faults.length > 100 ? [`… and ${faults.length - 100} more.`] : []),
    'Nothing was added. Mend this and import again.',
  ].join('\n');

export const purge: Command = {
  form: '[--format text|json]',
  does: 'Erases what has outlived its time: KEEP_REJECTED_DAYS, KEEP_CONTACT_MONTHS, and old backups. Twice does no harm.',
  texts: ['format'],
  switches: [],
  least: 0,
  most: 0,
  async run(call) {
    const format = formatOf(call);
    const { dataDir, keepRejectedDays, keepContactMonths } = call.settings;
    const done = await call.withRegister(async (register) => {
      const counts = await register.purge({ rejectedDays: keepRejectedDays, contactMonths: keepContactMonths }, call.now);
      keepErased(dataDir, await register.tombstones());
      return counts;
    });
    const backups = dropOldBackups(dataDir, call.now).length;
    await say(call, format, { ...done, backups }, [
      `removed ${done.removed} (rejected or set aside, more than ${keepRejectedDays} days ago)`,
      `contacts erased ${done.contactsErased} (approved, not renewed for ${keepContactMonths} months)`,
      `backups deleted ${backups} (older than ${keptDays} days)`,
    ]);
  },
};

export const backup: Command = {
  form: '[FILE] [--format text|json]',
  does: 'Copies the register to a new file while it is in use, and checks the copy. Without FILE: into DATA_DIR/backups.',
  texts: ['format'],
  switches: [],
  least: 0,
  most: 1,
  async run(call) {
    const format = formatOf(call);
    const { dataDir, databaseUrl } = call.settings;
    if (databaseUrl)
      throw new NotPossible(
        `The register is in PostgreSQL, so its backups are the dumps of that database (pg_dump). Keep ${erasedFile(dataDir)} with them: after a dump is put back, "restore --erased FILE" erases again what was erased since.`,
      );
    const file = call.words[0] === undefined ? backupPath(dataDir, call.now) : resolve(call.words[0]);
    const counts = await backupTo(dataDir, file);
    const dropped = dropOldBackups(dataDir, call.now);
    if (dropped.length > 0)
      call.output.remark(`Deleted ${dropped.length} older than ${keptDays} days from ${backupFolder(dataDir)}: ${dropped.join(', ')}.`);
    if (call.words[0] !== undefined)
      call.output.remark(`It holds personal data. Delete it within ${keptDays} days: that promise is yours for a file of your own.`);
    await say(call, format, { file, counts }, [`Backup: ${file}`, `Entries: ${countsInWords(counts)}`]);
  },
};

export const restore: Command = {
  form: 'FILE --yes [--by NAME] [--format text|json] | --erased FILE',
  does: 'Puts a backup in place of the register; what was erased or withdrawn since stays so. With --erased: only erases again.',
  texts: ['erased', 'by', 'format'],
  switches: ['yes'],
  least: 0,
  most: 1,
  async run(call) {
    const erased = call.text('erased');
    if ((erased === undefined) === (call.words.length === 0))
      throw new WrongUse('Say which backup: restore FILE --yes. Or, after a dump was put back: restore --erased FILE.');
    return erased === undefined ? restoreBackup(call) : eraseAgain(call, erased);
  },
};

async function restoreBackup(call: Call) {
  const format = formatOf(call);
  const { dataDir, databaseUrl, keepRejectedDays, keepContactMonths } = call.settings;
  if (databaseUrl)
    throw new NotPossible(
      'The register is in PostgreSQL, so its backups are put back with pg_restore. Afterwards run "restore --erased FILE" with the erased.jsonl of DATA_DIR.',
    );
  if (!call.is('yes'))
    throw new WrongUse('This replaces the register, and what was signed after the backup is not in it. Say --yes to do it.');
  const keep = { rejectedDays: keepRejectedDays, contactMonths: keepContactMonths };
  const done = await restoreFrom({ dataDir, file: resolve(call.words[0]!), who: call.who(), keep, now: call.now });
  if (done.notInBackup.length > 0)
    call.output.remark(
      `Not in the backup: ${done.notInBackup.length} that ${done.notInBackup.length === 1 ? 'was' : 'were'} signed after it (${done.notInBackup.join(', ')}). The file that was kept has them.`,
    );
  if (done.before === null && done.kept) call.output.remark('The register that was there could not be read. It was kept as it was.');
  if (done.unreadable.length > 0)
    call.output.remark(
      `The record of erasures could not be read in line ${done.unreadable.join(', ')}. Look there whether a reference must be erased.`,
    );
  await say(call, format, done, [
    `Entries before: ${done.before === null && !done.kept ? 'there was no register' : countsInWords(done.before)}`,
    `Entries in the backup: ${countsInWords(done.backup)}`,
    `Entries now: ${countsInWords(done.after)}`,
    `Erased again: ${done.erasedAgain}. Withdrawn again: ${done.withdrawnAgain}. Outlived: ${done.purged.removed} removed, ${done.purged.contactsErased} contacts erased.`,
    ...(done.kept ? [`Kept what was there: ${done.kept}`] : []),
  ]);
}

async function eraseAgain(call: Call, erased: string) {
  const format = formatOf(call);
  if (call.is('yes')) throw new WrongUse('--erased needs no --yes: all of it was erased before.');
  const file = resolve(erased);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new NotPossible(`There is no file ${erased}. It is the erased.jsonl of DATA_DIR.`);
  const { tombstones, unreadable } = readErased(file);
  const erasedAgain = await call.withRegister(async (register) => {
    const count = await register.bury(tombstones);
    keepErased(call.settings.dataDir, await register.tombstones());
    return count;
  });
  if (unreadable.length > 0)
    call.output.remark(`${erased} could not be read in line ${unreadable.join(', ')}. Look there whether a reference must be erased.`);
  await say(call, format, { recorded: tombstones.length, erasedAgain, unreadable }, [
    `${tombstones.length} on record, ${erasedAgain} erased again.`,
  ]);
}
