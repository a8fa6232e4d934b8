/**
 * The writer's check as a command: `npm run words [-- path…]`, for all of the content or for some files and folders.
 * One line a finding on the standard output: `file:line: words, then a better way`, and the rule in brackets. `--advice` adds what is
 * not wrong and could be easier. Exit 0 when there is nothing to mend, 1 when there is, 2 when the check cannot be made.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { checkedAdvice } from './content-check/checked.ts';
import type { Problem } from './content-check/library.ts';
import { checkWriting } from './content-check/writers-check.ts';
import { contentDir } from './readings/content-dir.ts';

const dir = contentDir();
const words = process.argv.slice(2);
const withAdvice = words.includes('--advice');

/** Why what was asked for cannot be checked; undefined when it can. */
function whyNot(word: string): string | undefined {
  if (word.startsWith('-')) return `"${word}" is no setting of this command. It has one: --advice.`;
  const path = resolve(word);
  if (!existsSync(path)) return `There is no "${word}". Name a file or a folder of ${relative('.', dir) || dir}.`;
  if (path !== dir && !path.startsWith(dir + sep))
    return `"${word}" is not content. Name a file or a folder of ${relative('.', dir) || dir}.`;
  return undefined;
}

const line = ({ file, line: at, problem, rule }: Problem, advice = '') =>
  `${relative(process.cwd(), join(dir, file))}:${at ?? 1}: ${advice}${problem}${rule ? ` [${rule}]` : ''}`;

async function run(): Promise<0 | 1 | 2> {
  const asked = words.filter((word) => word !== '--advice');
  const faults = [
    ...(existsSync(dir) ? [] : [`There is no folder ${dir}. CONTENT_DIR names the folder of words.`]),
    ...asked.flatMap((word) => whyNot(word) ?? []),
  ];
  if (faults.length > 0) {
    for (const fault of faults) console.error(fault);
    return 2;
  }
  const paths = asked.map((word) => relative(dir, resolve(word)).split(sep).join('/'));
  const isAsked = (file: string) => paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
  const { problems, advice, cannotRead, library } = await checkWriting(dir, isAsked);
  if (cannotRead.length > 0) {
    for (const problem of cannotRead) console.error(line(problem));
    console.error('The words were not checked. Mend this first.');
    return 2;
  }
  for (const problem of problems) console.log(line(problem));
  // What became of a check by young people is no fault, and always said: its author needs the mark for the next one.
  for (const problem of checkedAdvice(library).filter(({ file }) => isAsked(file))) console.log(line(problem, 'advice: '));
  if (withAdvice) for (const problem of advice) console.log(line(problem, 'advice: '));
  console.error(
    problems.length === 0 ? 'The words hold to every rule.' : `${problems.length} ${problems.length === 1 ? 'thing' : 'things'} to mend.`,
  );
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await run();
