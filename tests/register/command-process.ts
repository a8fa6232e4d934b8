/** `npm run register` as a process of its own, and entries to run it on. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answers } from '../../src/pledge/form/fields.ts';
import { runCommand } from '../../src/pledge/register/command.ts';
import { openRegister } from '../../src/pledge/register/open.ts';
import type { Register } from '../../src/pledge/register/register.ts';

export interface Ended {
  code: number;
  out: string;
  /** The remarks. */
  said: string;
}

/** @param env its settings; nothing else of this process's own but the path @returns what became of it */
export function register(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(resolve('node_modules/.bin/node'), ['src/register.ts', ...args], {
      env: { PATH: process.env.PATH, REGISTER_BY: 'Test Operator', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part) => (said += String(part)));
    child.on('error', fail).on('close', (code) => done({ code: code ?? -1, out: Buffer.concat(out).toString(), said }));
  });
}

/** The same without a process of its own, for what a process adds nothing to: the same code, the same store, in a tenth of the time. */
export async function registerHere(env: Record<string, string>, ...args: string[]): Promise<Ended> {
  let [out, said] = ['', ''];
  const output = {
    data: async (text: string) => void (out += text),
    remark: (text: string) => void (said += `${text}\n`),
  };
  const code = await runCommand(args, output, { REGISTER_BY: 'Test Operator', ...env });
  return { code, out, said };
}

/** A data folder that is gone when the test is. */
export function dataFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'command-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

export const answersOf = (setting: string, more: Partial<Answers> = {}): Answers => ({
  setting,
  kind: 'primary',
  'kind-other': '',
  area: 'both',
  website: 'https://school.example',
  name: 'Jo Secretperson',
  role: 'Head of Secrets',
  email: 'jo.secret@school.example',
  value: ['listen'],
  how: 'What was typed and nobody reviewed.',
  'publish-how': 'yes',
  authority: 'yes',
  ...more,
});

export interface Given {
  more?: Partial<Answers>;
  flags?: string[];
}

/** Signs, as the form does it. @returns the reference */
export async function sign(to: Register, setting: string, { more = {}, flags = [] }: Given = {}): Promise<string> {
  const answers = answersOf(setting, more);
  const idem = createHash('sha256')
    .update(JSON.stringify([answers, flags]))
    .digest('hex');
  const kept = await to.add({ idem, formVersion: 1, answers, flags, quarantine: flags.length > 0 });
  return kept.reference;
}

/** Opens the register beside the command, as the server does. */
export async function beside<Result>(
  { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl }: Record<string, string>,
  work: (register: Register) => Promise<Result>,
): Promise<Result> {
  const opened = await openRegister({ dataDir, databaseUrl, serving: false });
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
