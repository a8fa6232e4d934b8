/** One call of `npm run register`: what was asked for, where the answer goes, and the register, opened when a command needs it. */
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { readServiceSettings, readToday, type ServiceSettings } from '../../settings.ts';
import { readReference } from '../form/reference.ts';
import { openRegister } from './open.ts';
import { NotPossible, type Register } from './register.ts';

type Environment = Record<string, string | undefined>;

/** What was asked for is no command, or not in its form: exit code 2. The message says how to write it. */
export class WrongUse extends Error {}

/** Where a command writes. */
export interface Output {
  /** Data, to the standard output; resolves when all of it has left, so that nothing is cut at a pipe. */
  data(text: string): Promise<void>;
  /** A remark for the person, to the standard error. */
  remark(text: string): void;
}

export interface Command {
  /** How to write it, without its name: `REFERENCE --reason "…"`. */
  form: string;
  /** What it does, in one sentence. */
  does: string;
  /** Settings that take words, and settings that take none. */
  texts: readonly string[];
  switches: readonly string[];
  /** How many words it takes beside its settings. */
  least: number;
  most: number;
  run(call: Call): Promise<void>;
}

export interface Call {
  words: readonly string[];
  output: Output;
  settings: ServiceSettings;
  /** The day by which days are compared, as 2026-11-23; `TODAY` sets another one. */
  today: string;
  /** The present moment, on that day. */
  now: Date;
  /** @returns the words of a setting, without spaces around them; undefined when it was not given @throws WrongUse when it is empty */
  text(name: string): string | undefined;
  is(name: string): boolean;
  /** Who decides: `--by`, REGISTER_BY or the name of the system's account. */
  who(): string;
  /** Opens the register, hands it on and closes it, whatever happens. */
  withRegister<Result>(use: (register: Register) => Promise<Result>): Promise<Result>;
}

/** `node:util` names its own mistakes in words for programmers; these are for an operator. */
function inPlainWords(error: unknown, command: Command): WrongUse {
  const { code, message } = error as Error & { code?: string };
  const named = /'(-[^' ,]*)/.exec(message)?.[1] ?? 'A setting';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = [...command.texts, ...command.switches].map((name) => `--${name}`);
    return new WrongUse(`${named} is no setting of this command. It has ${known.length > 0 ? known.join(', ') : 'none'}.`);
  }
  if (/ambiguous/.test(message))
    return new WrongUse(`What follows ${named} begins with a hyphen. Write it with an equals sign: ${named}="…"`);
  if (/does not take an argument/.test(message)) return new WrongUse(`${named} takes no words. Write it alone.`);
  return new WrongUse(`${named} needs words after it: ${named} "…"`);
}

/**
 * @param args the words after the command's name
 * @throws WrongUse when they are not in its form
 * @throws SettingError when a setting of the environment cannot be used
 */
export function readCall(command: Command, args: readonly string[], output: Output, env: Environment): Call {
  const given = parsed(command, args);
  const words = given.positionals;
  if (words.length < command.least) throw new WrongUse('Something is missing.');
  if (words.length > command.most)
    throw new WrongUse(`"${words[command.most]}" is too much. Put quotation marks around words that belong together.`);
  const today = readToday(env);
  const settings = readServiceSettings(env);
  const text = (name: string) => {
    const value = given.values[name];
    if (typeof value !== 'string') return undefined;
    if (value.trim() === '') throw new WrongUse(`--${name} is empty. Write words after it, or leave it out.`);
    return value.trim();
  };
  return {
    words,
    output,
    settings,
    today,
    now: env.TODAY ? new Date(`${today}T${new Date().toISOString().slice(11)}`) : new Date(),
    text,
    is: (name) => given.values[name] === true,
    who: () => decider(text('by') ?? env.REGISTER_BY?.trim()),
    async withRegister(use) {
      const register = await openRegister({ dataDir: settings.dataDir, databaseUrl: settings.databaseUrl, serving: false });
      try {
        return await use(register);
      } finally {
        await register.close();
      }
    },
  };
}

interface Parsed {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

function parsed(command: Command, args: readonly string[]): Parsed {
  const options = Object.fromEntries([
    ...command.texts.map((name) => [name, { type: 'string' as const }]),
    ...command.switches.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true }) as Parsed;
  } catch (error) {
    throw inPlainWords(error, command);
  }
}

function decider(given: string | undefined): string {
  if (given) {
    if ([...given].length > 100 || /\p{Cc}/u.test(given)) throw new WrongUse('Say who decides in one line of at most 100 characters.');
    return given;
  }
  try {
    return userInfo().username;
  } catch {
    // Containers often run under a number that has no name.
    throw new NotPossible('This system account has no name. Say who decides with --by "…", or set REGISTER_BY.');
  }
}

/** @returns the reference as the register writes it @throws WrongUse when the words are none */
export function referenceOf({ words }: Call): string {
  const reference = readReference(words[0]!);
  if (!reference) throw new WrongUse(`"${words[0]}" is no reference. A reference is written SP-XXXX-XXXX, and "list" shows all of them.`);
  return reference;
}

/** @returns one of the allowed words; the first when none was given @throws WrongUse for any other */
export function oneOf<Word extends string>(call: Call, name: string, allowed: readonly Word[]): Word {
  const given = call.text(name) ?? allowed[0]!;
  if (!(allowed as readonly string[]).includes(given)) throw new WrongUse(`--${name} is "${given}". It can be ${allowed.join(', ')}.`);
  return given as Word;
}
