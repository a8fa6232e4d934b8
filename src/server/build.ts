/**
 * Builds the site beside the one that is served and puts it in its place only when it is whole: `npm run build`, and the first half
 * of `npm start`. A build that fails leaves the old site as it was.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

export const siteFolder = () => resolve(process.env.OUT_DIR || 'dist');

/** Astro's own command, found without npm's search path. */
function astroCommand(): string {
  const manifest = createRequire(import.meta.url).resolve('astro/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin.astro!);
}

/** Runs `astro build` into a folder. A signal to stop is passed on. @returns how it ended */
function build(folder: string): Promise<'built' | 'failed' | 'stopped'> {
  const child = spawn(process.execPath, [astroCommand(), 'build'], {
    stdio: 'inherit',
    env: { ...process.env, OUT_DIR: folder, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let stopped = false;
  const stop = (signal: NodeJS.Signals) => {
    stopped = true;
    child.kill(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return new Promise((done) => {
    const end = (code: number | null) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      done(stopped ? 'stopped' : code === 0 ? 'built' : 'failed');
    };
    child.on('exit', end).on('error', (error) => {
      console.error(error.message);
      end(1);
    });
  });
}

/** @param folder where the site is served from; @returns how the build ended; the folder is a whole site either way, or none */
export async function buildSite(folder: string): Promise<'built' | 'failed' | 'stopped'> {
  const [next, old] = [`${folder}.next`, `${folder}.old`];
  await rm(next, { recursive: true, force: true });
  const end = await build(next);
  if (end === 'built') {
    await rm(old, { recursive: true, force: true });
    if (existsSync(folder)) await rename(folder, old);
    await rename(next, folder);
    await rm(old, { recursive: true, force: true });
  } else await rm(next, { recursive: true, force: true });
  return end;
}

if (import.meta.main) {
  const end = await buildSite(siteFolder());
  if (end === 'failed') console.error('The site could not be built, and the one before it stays as it was. What to mend stands above.');
  process.exitCode = end === 'built' ? 0 : 1;
}
