/** The commands of the gallery at a terminal: what was typed, what is done, and with which sentence and number it ends. */
import { parseArgs } from 'node:util';
import { add } from './add.ts';
import type { CheckWords } from './added.ts';
import { checkGallery } from './gallery-check.ts';
import { Refusal, refuse } from './refusal.ts';
import { Stopped } from './terminal.ts';
import { withdraw } from './withdraw.ts';

export interface Surroundings {
  /** The content folder. */
  dir: string;
  /** As 2026-11-24. */
  today: string;
  checkWords: CheckWords;
  /** Takes away the pages that are kept for printing. */
  forgetPaper: () => void;
  say: (line: string) => void;
  complain: (line: string) => void;
}

const help = `The gallery's commands:

  npm run gallery -- add SCAN                   adds the artwork of a scan (TIFF, PNG, JPEG or WebP), and asks what it must know
  npm run gallery -- add SCAN --record FILE     the same, with the answers from a YAML file
      --mask 100,200,300,80                     paints over a box, such as a name: from the left, from the top, width, height
      --slug NAME                               the name of its folder and page; the name of its value unless set
  npm run gallery -- check                      checks every artwork: picture, record, consent, and that no scan lies about
  npm run gallery -- withdraw ARTWORK           deletes an artwork, and asks before; --yes does not ask
  npm run gallery -- help                       this list

The scan stays where it is, outside of the project. CONTRIBUTING.md, "Add an artwork", shows a record.`;

const flags = {
  record: { type: 'string' },
  slug: { type: 'string' },
  mask: { type: 'string', multiple: true },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function read(args: string[]) {
  try {
    return parseArgs({ args, options: flags, allowPositionals: true });
  } catch (error) {
    const [, flag] = /'(--?[\w-]+)/.exec((error as Error).message) ?? [];
    return refuse(
      `${flag ? `The option ${flag} is not known, or needs a value after it.` : 'The command cannot be read.'} "npm run gallery -- help" lists all.`,
    );
  }
}

/**
 * @param args what stands after the command's name
 * @returns the exit code: 0 done, 1 refused or something to mend, 130 stopped by the person
 */
export async function runCommand(args: string[], around: Surroundings): Promise<number> {
  try {
    const { values, positionals } = read(args);
    const [command = 'help', name, ...more] = positionals;
    if (values.help || command === 'help') around.say(help);
    else if (command === 'check') return await runCheck(around);
    else if (command !== 'add' && command !== 'withdraw') refuse(`There is no command "${command}". "npm run gallery -- help" lists all.`);
    else if (!name)
      refuse(command === 'add' ? 'Name the scan: npm run gallery -- add scan.tif' : 'Name the artwork: npm run gallery -- withdraw listen');
    else if (more.length > 0) refuse(`There is one name too many: "${more[0]}". Put a name with spaces in quotes.`);
    else if (command === 'add')
      await add(
        { file: name, record: values.record, slug: values.slug, mask: values.mask ?? [] },
        around.dir,
        around.today,
        around.checkWords,
        around.say,
      );
    else await withdraw(name, values.yes ?? false, around.dir, around.forgetPaper, around.say);
    return 0;
  } catch (error) {
    if (error instanceof Stopped) around.complain('\nStopped. Nothing was changed.');
    else if (error instanceof Refusal) around.complain(error.message);
    else throw error;
    return error instanceof Stopped ? 130 : 1;
  }
}

async function runCheck({ dir, today, say, complain }: Surroundings): Promise<number> {
  const { findings, artworks } = await checkGallery(dir, today);
  for (const { file, line, problem, soon } of findings)
    (soon ? say : complain)(`${soon ? 'Soon: ' : ''}${file}${line ? `:${line}` : ''} ${problem}`);
  const wrong = findings.filter(({ soon }) => !soon).length;
  const count = artworks === 1 ? '1 artwork' : `${artworks} artworks`;
  say(wrong === 0 ? `${count}: each is as it should be.` : `${count}: ${wrong} ${wrong === 1 ? 'thing' : 'things'} to mend.`);
  return wrong === 0 ? 0 : 1;
}
