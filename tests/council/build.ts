/**
 * Builds a site as `npm run build` does, into a folder of its own. Never two at once: Astro keeps the list of a
 * build's content modules in the project's one `.astro/` folder.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { project } from './council.ts';

export interface Build {
  code: number | null;
  /** All that it said, without colours. */
  output: string;
}

/** The settings of a test must not reach the build, nor those of whoever runs the tests. */
const notHanded =
  /^(NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|DEV|PROD|MODE|BASE_URL|SSR|HOST|PORT|CONTENT_DIR|DATA_DIR|OUT_DIR|SITE_URL|FORCE_COLOR|TODAY)$/;

export const cleanEnvironment = (settings: Record<string, string>) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !notHanded.test(name))),
  ASTRO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
  ...settings,
});

/** @param settings `CONTENT_DIR`, `OUT_DIR`, `SITE_URL`, `TODAY` where it is built as on another day, and `DATA_DIR` where there is a list of who signed */
export function buildSite(settings: {
  CONTENT_DIR: string;
  OUT_DIR: string;
  SITE_URL: string;
  DATA_DIR?: string;
  TODAY?: string;
}): Promise<Build> {
  return new Promise((done, failed) => {
    const astro = join(project, 'node_modules/astro/bin/astro.mjs');
    const child = spawn(process.execPath, [astro, 'build'], { cwd: project, env: cleanEnvironment(settings), timeout: 150_000 });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', failed).on('close', (code) => done({ code, output }));
  });
}
