/** `npm run progress -- state --on DATE` and `changes --from DATE --to DATE`: the records at a terminal, as JSON. */
import { checkContent, sayProblem } from './content-check/check.ts';
import { runProgress } from './progress/command.ts';
import { contentDir } from './readings/content-dir.ts';

process.stdout.on('error', () => {});
const dir = contentDir();
/** Records that do not hold to their rules have no state that could be told. */
const problems = async () =>
  (await checkContent(dir)).filter(({ file }) => /^(?:progress|sources)\//.test(file)).map((problem) => sayProblem(problem, dir));
process.exitCode = await runProgress(process.argv.slice(2), {
  ...{ dir, problems },
  data: (text) => void process.stdout.write(text),
  remark: (text) => void process.stderr.write(text),
});
