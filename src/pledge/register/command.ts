/**
 * `npm run register -- <command>`: what an operator of the council does with the register.
 * Data goes to the standard output, remarks to the standard error. Exit code 0: done; 1: not possible, with a sentence that says what to
 * do; 2: wrong use. Nobody meets a stack trace.
 */
import { SettingError } from '../../settings.ts';
import { readCall, WrongUse, type Command, type Output } from './command-call.ts';
import { approve, erase, reject, withdraw } from './command-deciding.ts';
import { backup, faultsInWords, importing, purge, restore } from './command-keeping.ts';
import { exporting, list, mail, show } from './command-reading.ts';
import { ImportFaults } from './import-file.ts';
import { NotPossible, StoreAway, StoreUnusable } from './register.ts';
import { translated } from './store-errors.ts';

const commands = new Map<string, Command>(
  Object.entries({ list, show, approve, reject, withdraw, erase, export: exporting, import: importing, purge, backup, restore, mail }),
);

const called = (name: string) => `npm run register -- ${name}`;
const helpWords = (): string =>
  [
    'The register of the pledge. Write a command after "npm run register --":',
    '',
    ...[...commands].flatMap(([name, { form, does }]) => [`  ${name} ${form}`, `      ${does}`]),
    '  help [COMMAND]',
    '',
    'A reference is written SP-XXXX-XXXX; small letters and spaces do no harm. --by says who decides; otherwise REGISTER_BY or the',
    'name of this system account is kept. For a file or another program: "npm run -s register -- …", which prints nothing else.',
    '',
  ].join('\n');
const helpOf = (name: string, { form, does }: Command) => `${called(name)} ${form}\n${does}\n`;

/** What the system says of files, in words. */
const fileWords: Record<string, string> = {
  ENOENT: 'is not there',
  EACCES: 'may not be used by this account',
  EPERM: 'may not be used by this account',
  EROFS: 'is on a disk that can only be read',
  ENOSPC: 'has no room: the disk is full',
  EISDIR: 'is a folder. Name a file',
  ENOTDIR: 'is not in a folder',
  EEXIST: 'is there already',
};

/** @returns the exit code and the sentence for whatever went wrong */
function told(error: unknown): { code: 1 | 2; sentence: string } {
  if (error instanceof WrongUse) return { code: 2, sentence: error.message };
  if (error instanceof ImportFaults) return { code: 1, sentence: faultsInWords(error) };
  if ([NotPossible, StoreAway, StoreUnusable, SettingError].some((known) => error instanceof known))
    return { code: 1, sentence: (error as Error).message };
  const { code, path, syscall, message } = error as NodeJS.ErrnoException;
  if (path !== undefined && syscall !== undefined)
    return { code: 1, sentence: `${path} ${fileWords[code ?? ''] ?? `cannot be used (${code})`}. Nothing was changed there.` };
  const passing = translated(error);
  if (passing instanceof StoreAway) return { code: 1, sentence: passing.message };
  return { code: 1, sentence: `The command could not be done: ${String(message ?? error).split('\n')[0]}` };
}

/**
 * @param args the words after `npm run register --`
 * @param output where data and remarks go
 * @param env the settings
 * @returns the exit code
 */
export async function runCommand(
  args: readonly string[],
  output: Output,
  env: Record<string, string | undefined> = process.env,
): Promise<0 | 1 | 2> {
  const [name = '', ...rest] = args;
  const command = commands.get(name);
  if (['help', '--help', '-h'].includes(name)) {
    const asked = commands.get(rest[0] ?? '');
    await output.data(asked ? helpOf(rest[0]!, asked) : helpWords());
    return 0;
  }
  if (!command) {
    output.remark(name === '' ? helpWords() : `"${name}" is no command. There are ${[...commands.keys(), 'help'].join(', ')}.`);
    return 2;
  }
  if (rest.includes('--help')) {
    await output.data(helpOf(name, command));
    return 0;
  }
  try {
    await command.run(readCall(command, rest, output, env));
    return 0;
  } catch (error) {
    const { code, sentence } = told(error);
    output.remark(sentence);
    if (code === 2) output.remark(`It is written: ${called(name)} ${command.form}`);
    return code;
  }
}
