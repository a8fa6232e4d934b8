/** The command of the records: what was so on a day, and what changed between two days. */
import { parseArgs } from 'node:util';
import { readPartDate } from './part-dates.ts';
import { readProgress } from './read.ts';
import { changeOf, stateOf, type AsOf } from './state.ts';

export const help = `npm run progress -- state --on DATE                    what was so on a day
npm run progress -- changes --from DATE --to DATE      what changed between two days

DATE is a day that the calendar has, as 2021-12-31. A month (2021-12) or a year (2021) means its last day.
--known-on DATE   counts only what had been reported by that day.
The answer is JSON; /progress/data.schema.json describes it.
`;

export interface Terminal {
  /** The content folder. */
  dir: string;
  /** Sentences about what an author must mend in the records. */
  problems: () => Promise<string[]>;
  data: (text: string) => void;
  remark: (text: string) => void;
}

/** What was asked cannot be answered; the sentence says what to write. */
class NotAsked extends Error {}

function dayOf(name: string, written: string | undefined): string {
  if (written === undefined) throw new NotAsked(`"--${name}" is missing. Write it with a date, as --${name} 2021-12-31.`);
  const date = readPartDate(written);
  if (!date || date.by) throw new NotAsked(`"--${name} ${written}" is no date. Write a day that the calendar has, as 2021-12-31.`);
  return date.last;
}

const options = { on: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, 'known-on': { type: 'string' } } as const;

function asked(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const word = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? args.join(' ');
    throw new NotAsked(`"${word}" is not understood here, or its date is missing.`);
  }
}

/** What is asked, understood, and answered only when it is called: a wrong question is told of before any record is read. */
function answer(args: string[], dir: string): () => unknown {
  const { values, positionals } = asked(args);
  const [command, ...more] = positionals;
  if (more.length > 0) throw new NotAsked(`"${more.join(' ')}" is not understood here.`);
  const known = values['known-on'] === undefined ? {} : { knownOn: dayOf('known-on', values['known-on']) };
  const progress = () => {
    const { groups, strands, sourceDates } = readProgress(dir);
    return { all: [...groups, ...strands], sourceDates };
  };
  if (command === 'state') {
    if (values.from ?? values.to) throw new NotAsked('"state" is asked for one day. Write --on with its date, and no --from or --to.');
    const asOf: AsOf = { on: dayOf('on', values.on), ...known };
    return () => {
      const { all, sourceDates } = progress();
      return { ...asOf, strands: all.map((one) => stateOf(one, asOf, sourceDates)) };
    };
  }
  if (command === 'changes') {
    if (values.on) throw new NotAsked('"changes" is asked between two days. Write --from and --to, and no --on.');
    const [from, to] = [dayOf('from', values.from), dayOf('to', values.to)];
    if (to < from) throw new NotAsked(`"--to ${values.to}" is before "--from ${values.from}". Write the earlier date after --from.`);
    return () => {
      const { all, sourceDates } = progress();
      const strands = all.flatMap((one) => changeOf(one, { on: from, ...known }, { on: to, ...known }, sourceDates) ?? []);
      return { from, to, ...known, strands };
    };
  }
  throw new NotAsked(command ? `There is no command "${command}".` : 'Say what you want to know.');
}

/**
 * @param args the words after `npm run progress --`
 * @returns the exit code: 0 with JSON on the output, 1 when the records must be mended, 2 when it was asked in a way that is not understood
 */
export async function runProgress(args: string[], { dir, problems, data, remark }: Terminal): Promise<number> {
  if (args.includes('help') || args.includes('--help')) {
    data(help);
    return 0;
  }
  try {
    const answered = answer(args, dir);
    const found = await problems();
    if (found.length > 0) {
      remark(`${found.join('\n')}\nThe records cannot be read before this is mended.\n`);
      return 1;
    }
    data(`${JSON.stringify(answered(), undefined, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NotAsked)) throw error;
    remark(`${error.message}\n\n${help}`);
    return 2;
  }
}
