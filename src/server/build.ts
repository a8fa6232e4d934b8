/**
 * Builds the site beside the one that is served and puts it in its place only when it is whole. A build that fails leaves the old
 * site as it was. The pages that the service fills in go with it, in a folder of their own.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { putInPlace } from './put-in-place.ts';
import { templateFolder } from './templates.build.ts';

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

export interface BuildOptions {
  /** Compares the site that is served with the new one, before it takes its place. @returns a sentence that refuses it */
  check?: ((oldFolder: string, newFolder: string) => string | undefined) | undefined;
  /** What builds into a folder: Astro, unless a test says otherwise. */
  run?: typeof build;
}

/**
 * @param folder where the site is served from
 * @returns how the build ended; the folder is a whole site either way, or none
 */
export async function buildSite(
  folder: string,
  { check, run = build }: BuildOptions = {},
): Promise<'built' | 'failed' | 'stopped' | { refused: string }> {
  const next = `${folder}.next`;
  const clear = () => Promise.all([next, templateFolder(next)].map((one) => rm(one, { recursive: true, force: true })));
  await clear();
  const end = await run(next);
  const refused = end === 'built' && existsSync(folder) ? check?.(folder, next) : undefined;
  if (end === 'built' && refused === undefined) {
    // The templates go first: whoever sees the new site finds the templates that belong to it.
    await putInPlace([
      [templateFolder(next), templateFolder(folder)],
      [next, folder],
    ]);
  } else await clear();
  return refused === undefined ? end : { refused };
}
