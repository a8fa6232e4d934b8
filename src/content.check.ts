/** The content check as a command: `node src/content.check.ts [file or folder …]`. Exit 0 when all is well, 1 when not. */
import { relative, resolve } from 'node:path';
import { checkedLibrary, sayProblem } from './content-check/check.ts';
import { checkedAdvice } from './content-check/checked.ts';
import { contentDir } from './readings/content-dir.ts';

const dir = contentDir();
const asked = process.argv.slice(2).map((path) => relative(dir, resolve(path)));
const isAsked = ({ file }: { file: string }) => asked.length === 0 || asked.some((path) => file.startsWith(path));
const library = await checkedLibrary(dir);
const problems = library.problems.filter(isAsked);
for (const advice of checkedAdvice(library).filter(isAsked)) console.log(sayProblem(advice, dir));
for (const problem of problems) console.error(sayProblem(problem, dir));
console.log(
  problems.length === 0
    ? 'The content holds to every rule.'
    : `${problems.length} ${problems.length === 1 ? 'thing' : 'things'} to mend in the content.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
