/** Stops a build whose content breaks a rule, with one line a problem and no stack trace; in `npm run dev` it only says so. */
import type { AstroIntegration } from 'astro';
import { checkContent, sayProblem } from './content-check/check.ts';
import { contentDir } from './readings/content-dir.ts';

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const problems = await checkContent(contentDir());
        for (const problem of problems) logger.error(sayProblem(problem, contentDir()));
        if (problems.length === 0 || command === 'dev') return;
        logger.error(`The site was not built: ${problems.length} ${problems.length === 1 ? 'thing' : 'things'} to mend in the content.`);
        process.exit(1);
      },
    },
  };
}
