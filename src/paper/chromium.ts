/**
 * The Chromium that makes the PDFs and that the browser tests drive. A machine may have one already; a new machine gets one,
 * so that a person who only wants paper, or to pass the tests, never has to know how browsers are installed.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const root = process.getuid?.() === 0;

/** What keeps the browser quiet: it asks nothing of the network but the site, and draws without a graphics card. */
export const chromiumFlags = [
  ...(root ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** No Chromium was found and none could be installed; the message says what to do. */
export class NoChromium extends Error {}

/** A browser that is there may still lack the system's libraries, so it is asked for its version. */
const starts = (path: string) => {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
};

/** @returns the path of a Chromium that starts: the one asked for, Playwright's own, then the system's */
export function findChromium(): string | undefined {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !starts(asked))
    throw new NoChromium(`CHROMIUM_PATH is "${asked}", which does not start. Set it to the program file of a Chromium, or leave it empty.`);
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const system = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return asked || [chromium.executablePath(), ...system].find(starts);
}

/** Ways to get one, the gentlest first. Each may fail: the next one is tried. */
function waysToInstall(): { words: string; command: string[]; seconds: number }[] {
  const playwright = [process.execPath, join(dirname(fileURLToPath(import.meta.resolve('playwright-core/package.json'))), 'cli.js')];
  const own = { words: "Playwright's own download", command: [...playwright, 'install', 'chromium'], seconds: 60 };
  const mayInstall = root || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  if (!mayInstall || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return [own];
  const apt = [...(root ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  return [
    own,
    { words: 'the list of system packages', command: [...apt, 'update'], seconds: 180 },
    { words: "the system's chromium package", command: [...apt, 'install', '-y', '--no-install-recommends', 'chromium'], seconds: 600 },
  ];
}

/**
 * @param started is told of each program that runs, so that whoever stops the command can stop it too
 * @returns the path of a Chromium that starts, installed if need be
 */
export async function chromiumOrInstall(started: (child: ChildProcess) => void = () => undefined): Promise<string> {
  let found = findChromium();
  for (const { words, command, seconds } of found ? [] : waysToInstall()) {
    console.log(`No Chromium is here yet; trying ${words}.`);
    const child = spawn(command[0]!, command.slice(1), { stdio: 'ignore', detached: true });
    started(child);
    const late = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), seconds * 1000);
    await new Promise((done) => child.on('close', done).on('error', done));
    clearTimeout(late);
    found = findChromium();
    if (found) break;
  }
  if (found) return found;
  throw new NoChromium(
    'There is no Chromium here and none could be installed: install one (on Debian or Ubuntu "sudo apt-get install chromium", elsewhere "npx playwright install --with-deps chromium") or set CHROMIUM_PATH to yours.',
  );
}
