/**
 * What one signature costs: the whole way of the form, with its two posts, its checks, its token and its durable row, beside a raw server
 * that does the same durable write and nothing else. Both write to SQLite with `synchronous=FULL`, on one disk, in alternating rounds.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodyOf, formOf, rightAnswers, type Sent } from '../register/signing.ts';
import { measuredBy, median, tableOf, writeTable } from './readme-table.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = 4;
const people = 8;
const root = mkdtempSync(join(tmpdir(), 'form-bench-'));
const running: ChildProcess[] = [];
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** @returns the address that a server says it is at */
async function started(words: string[], env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  return new Promise((found, failed) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += String(text);
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) found(address.replace(/\/$/, ''));
    });
    child.on('exit', (code) => failed(new Error(`${words.join(' ')} ended with ${code}: ${said}`)));
  });
}

const form = await started(['src/start.ts'], { PORT: '0', DATA_DIR: join(root, 'register'), FORM_MIN_SECONDS: '0', FORM_RATE: '100000' });
const raw = await started([join(import.meta.dirname, 'form-raw.ts')], { RAW_FILE: join(root, 'raw.db') });

let count = 0;
const answers = (): Sent => ({ ...rightAnswers, setting: `School number ${(count += 1)}`, value: 'listen' });
const post = (address: string, fields: Sent) =>
  fetch(address, { method: 'POST', body: bodyOf(fields), redirect: 'manual', headers: { Origin: form, 'Sec-Fetch-Site': 'same-origin' } });

/** As a person does: the answers, then the button of the page that shows them again. */
async function sign(): Promise<boolean> {
  const opened = formOf(await (await fetch(`${form}/pledge/sign/`)).text());
  const shown = await post(`${form}/pledge/sign/`, { ...opened.fields, ...answers() });
  const checked = formOf(await shown.text(), 'main form[action$="/confirm/"]');
  const { status } = await post(`${form}/pledge/sign/confirm/`, checked.fields);
  return status === 303;
}
const write = async () => (await post(`${raw}/`, answers())).status === 303;

/** @returns how many a second, by some people at once */
async function aSecond(act: () => Promise<boolean>): Promise<number> {
  const end = performance.now() + seconds * 1000;
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: people }, async () => {
      while (performance.now() < end) {
        if (!(await act())) throw new Error('A signature was not taken.');
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - began) / 1000);
}

const measured: { form: number; raw: number }[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const one = { form: await aSecond(sign), raw: await aSecond(write) };
  if (round > 0) measured.push(one);
  console.log(
    `${round === 0 ? 'To warm up' : `Round ${round}`}: ${one.form.toFixed(0)} signatures, ${one.raw.toFixed(0)} raw writes a second.`,
  );
}
const share = median(measured.map((one) => one.form / one.raw));
const table = tableOf([
  ['', 'requests for each', 'a second', 'beside the raw write'],
  ['a signature: form, answers again, confirmed', 3, median(measured.map((one) => one.form)).toFixed(0), share.toFixed(2)],
  ['a raw server, one durable row', 1, median(measured.map((one) => one.raw)).toFixed(0), '1'],
]);
writeTable('form', `${table}\n\n${measuredBy(`${people} people at once`, `${rounds} rounds`)} A council has a few signatures a day.`);
console.log(table);
process.exit(0);
