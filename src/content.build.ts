/**
 * Stops a build whose content breaks a rule, with one line a problem and no stack trace. In `npm run dev` it says so at the start and
 * after each change, and shows the change at once, also that of files which are read only when the server starts.
 */
import type { AstroIntegration } from 'astro';
import { checkedLibrary, sayProblem, type Problem } from './content-check/check.ts';
import { checkedAdvice } from './content-check/checked.ts';
import { contentDir } from './readings/content-dir.ts';

const say = (problem: Problem) => sayProblem(problem, contentDir());

/** What stops a build, and what only those who make the site need to know. */
async function found() {
  const library = await checkedLibrary(contentDir());
  return { problems: library.problems.map(say), advice: checkedAdvice(library).map(say) };
}

/** The integration for `astro.config.mjs`. */
export function contentCheck(): AstroIntegration {
  let known = new Set<string>();
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const { problems, advice } = await found();
        known = new Set(problems);
        for (const words of advice) logger.warn(words);
        for (const problem of problems) logger.error(problem);
        if (problems.length === 0 || command === 'dev') return;
        logger.error(`The site was not built: ${problems.length} ${problems.length === 1 ? 'thing' : 'things'} to mend in the content.`);
        process.exit(1);
      },
      'astro:server:setup': ({ server, logger }) => {
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.add(contentDir());
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(contentDir())) return;
          clearTimeout(waiting);
          waiting = setTimeout(() => void changed(), 200);
        });
        /** Tells what is newly wrong, and lets every page be made anew. */
        async function changed() {
          const { problems } = await found();
          for (const problem of problems) if (!known.has(problem)) logger.error(problem);
          if (problems.length === 0 && known.size > 0) logger.info('The content holds to every rule.');
          known = new Set(problems);
          for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
          server.ws.send({ type: 'full-reload' });
        }
      },
    },
  };
}
