/**
 * `npm test`: builds the site, then runs every test of the house. `npm test -- unit journeys` runs those folders of
 * `tests/` alone. The last line is `N passed, N failed` over all runners, for people and for CI alike.
 * Longer than most files here: it is the one place that starts, counts and stops all of them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { chromiumOrInstall, NoChromium } from '../src/paper/chromium.ts';

const root = resolve(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'tests-'));
const withVitest = ['unit', 'site', 'content', 'register', 'gallery', 'delivery', 'faults'];
const withBrowser = ['accessibility', 'journeys'];
const all = [...withVitest, ...withBrowser];
let passed = 0;
let failed = 0;

/** A failure that no single test tells of. */
function fail(sentence: string) {
  console.log(`failed: ${sentence}`);
  failed += 1;
}

/** What could not be tried here. On CI that is a failure: there every tool must be. */
function notRun(what: string) {
  console.log(`not run: ${what}`);
  if (process.env.CI) failed += 1;
}

/** What runs now, each with its own children in one group, so that stopping the tests stops all of them. */
const running = new Set<ChildProcess>();
const tell = (signal: NodeJS.Signals) => {
  for (const { pid } of running) {
    try {
      if (pid) process.kill(-pid, signal);
    } catch {
      // It has ended by itself in the meantime.
    }
  }
};
const started = (child: ChildProcess) => void running.add(child.on('close', () => running.delete(child)));
process.on('exit', () => {
  tell('SIGKILL');
  rmSync(results, { recursive: true, force: true });
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    // Playwright closes its browsers on SIGINT, and only then.
    tell('SIGINT');
    setTimeout(() => process.exit(code), running.size > 0 ? 3000 : 0);
  });
}

/** @returns the exit code, and what was said where it was not shown */
async function run(command: string, args: string[], environment: Record<string, string> = {}, quiet = false) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...environment,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  };
  // The tests are about the site as it comes, whatever a person has set for their own.
  for (const name of ['HOST', 'PORT', 'SITE_URL', 'DATABASE_URL']) delete env[name];
  env.DATA_DIR = join(results, 'data');
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    detached: true,
  });
  started(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => (said += String(words)));
  const code = await new Promise<number>((done) =>
    child.on('close', (ended) => done(ended ?? 1)).on('error', (error) => ((said += error.message), done(1))),
  );
  return { code, said };
}

async function build(): Promise<boolean> {
  const since = Date.now();
  const seconds = () => Math.round((Date.now() - since) / 1000);
  console.log('Building the site …');
  const progress = setInterval(() => console.log(`… still building after ${seconds()} seconds`), 10_000);
  const { code, said } = await run('astro', ['build'], {}, true);
  clearInterval(progress);
  if (code === 0) console.log(`Built in ${seconds()} seconds.`);
  else fail(`the site could not be built, so nothing was tested.\n${said.trim().split('\n').slice(-40).join('\n')}`);
  return code === 0;
}

/** Reads what a runner wrote; a runner that wrote nothing has crashed. */
function report<T>(file: string, runner: string): T | undefined {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
  fail(`${runner} ended before it could tell its results.`);
  return undefined;
}

/** @param counted passed and failed so far, to see what one runner added */
function check(runner: string, code: number, counted: number, failedBefore: number) {
  if (passed + failed === counted) fail(`${runner} ran no test.`);
  else if (code !== 0 && failed === failedBefore) fail(`${runner} ended with exit code ${code} though no test failed.`);
}

interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

async function vitest(folders: string[]) {
  const [counted, failedBefore, file] = [passed + failed, failed, join(results, 'vitest.json')];
  const { code } = await run('vitest', [
    'run',
    ...folders.map((folder) => `tests/${folder}/`),
    '--reporter=default',
    '--reporter=json',
    '--reporter=./tests/second-tries.ts',
    `--outputFile.json=${file}`,
  ]);
  const files = report<VitestReport>(file, 'Vitest')?.testResults;
  if (!files) return;
  for (const { name, status, assertionResults } of files) {
    if (status === 'failed' && assertionResults.every((test) => test.status !== 'failed')) fail(`${name} could not be read.`);
    for (const test of assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed') failed += 1;
      else notRun(test.fullName);
    }
  }
  for (const test of globSync(
    folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    { cwd: root },
  )) {
    if (!files.some(({ name }) => resolve(name) === resolve(root, test)))
      fail(`${test} was not run: no project in vitest.config.ts includes it.`);
  }
  check('Vitest', code, counted, failedBefore);
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
}

async function playwright(folders: string[]) {
  const [counted, failedBefore, file] = [passed + failed, failed, join(results, 'playwright.json')];
  let path: string;
  try {
    path = await chromiumOrInstall(started);
  } catch (error) {
    if (error instanceof NoChromium) return notRun(`${folders.map((folder) => `tests/${folder}`).join(', ')}. ${error.message}`);
    throw error;
  }
  const { code } = await run('playwright', ['test', ...folders.map((folder) => `tests/${folder}/`), '--reporter=list,json'], {
    CHROMIUM_PATH: path,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const found = report<PlaywrightReport>(file, 'Playwright');
  if (!found) return;
  passed += found.stats.expected + found.stats.flaky;
  failed += found.stats.unexpected;
  if (found.stats.flaky > 0) console.log(`${found.stats.flaky} browser tests passed only at the second try.`);
  for (const { message = 'an error without words' } of found.errors) fail(message);
  if (found.stats.skipped > 0) notRun(`${found.stats.skipped} browser tests`);
  check('Playwright', code, counted, failedBefore);
}

const asked = process.argv.slice(2).map((word) => word.replace(/^tests\//, '').replace(/\/$/, ''));
const unknown = asked.filter((word) => !all.includes(word));
const chosen = all.filter((folder) => asked.length === 0 || asked.includes(folder));
if (unknown.length > 0) fail(`there is no "${unknown.join('", "')}" in tests/. Choose from ${all.join(', ')}.`);
else if (chosen.every((folder) => folder === 'unit') || (await build())) {
  const [inNode, inBrowser] = [withVitest, withBrowser].map((folders) => folders.filter((folder) => chosen.includes(folder)));
  if (inNode!.length > 0) await vitest(inNode!);
  if (inBrowser!.length > 0) await playwright(inBrowser!);
}
if (passed + failed === 0) fail('nothing was tested.');
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
