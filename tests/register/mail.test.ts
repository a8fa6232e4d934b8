/** Mail to staff: real messages to a real local mail server, whatever it does. Mail never decides whether a signature counts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { mailOf, nextTry, sendDueMail, transportFor } from '../../src/pledge/register/mail.ts';
import { openRegister } from '../../src/pledge/register/open.ts';
import type { Register } from '../../src/pledge/register/register.ts';
import { endAll, start } from '../journeys/server-process.ts';
import { rightAnswers, signerAt } from './signing.ts';

interface Received {
  from: string;
  to: string[];
  raw: string;
}
let folder: string;
let register: Register;
const received: Received[] = [];
let refuse = false;

/** A mail server of this machine that keeps what it gets. */
const sink = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onRcptTo: (_address, _session, done) =>
    refuse ? done(Object.assign(new Error('no such box for someone@example.org'), { responseCode: 550 })) : done(),
  onData: (stream, session, done) => {
    let raw = '';
    stream.on('data', (part) => (raw += String(part)));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw });
      done();
    });
  },
});
const port = await new Promise<number>((found) => {
  const listening = sink.listen(0, '127.0.0.1', () => found((listening.address() as { port: number }).port));
});
afterAll(() => {
  endAll();
  return new Promise<void>((done) => sink.close(done));
});
beforeEach(async () => {
  refuse = false;
  received.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'mail-'));
  register = await openRegister({ dataDir: folder, databaseUrl: undefined, serving: false });
});
afterEach(async () => {
  await register.close();
  rmSync(folder, { recursive: true, force: true });
});

const settings = {
  smtpUrl: `smtp://127.0.0.1:${port}`,
  from: 'pledge@council.example',
  to: ['one@council.example', 'two@council.example'],
};
const submission = (setting: string) => ({
  idem: setting,
  formVersion: 1,
  answers: { ...rightAnswers, setting, value: ['listen'], 'kind-other': '', 'publish-how': '' } as never,
  flags: [],
  quarantine: false,
});

test('a signature is told to the listed staff, with its reference and nothing that was typed', async () => {
  const { reference } = await register.add(submission('Typed School'));
  expect(await sendDueMail(register, settings, 'Look there', transportFor(settings))).toEqual({ sent: 1, failed: 0 });
  expect(received).toHaveLength(1);
  expect(received[0]!.to).toEqual(settings.to);
  const mail = await simpleParser(received[0]!.raw);
  expect(mail.subject).toContain(reference);
  expect(mail.text).toContain(reference);
  expect(mail.text).toContain('Look there');
  for (const word of ['Typed School', rightAnswers.email, rightAnswers.name]) expect(received[0]!.raw).not.toContain(word);
  expect(await sendDueMail(register, settings, '', transportFor(settings))).toEqual({ sent: 0, failed: 0 });
});

test('Mail down, slow, bouncing: tried again later with the same Message-ID, then given up, and the signature stays', async () => {
  await register.add(submission('Refused'));
  refuse = true;
  let now = new Date();
  const ids = new Set<string>();
  let tries = 0;
  for (; tries < 30; tries += 1) {
    const { sent, failed } = await sendDueMail(register, settings, '', transportFor(settings), now);
    expect(sent).toBe(0);
    if (failed === 0) break;
    // Not a moment earlier than it was put off to.
    expect(await sendDueMail(register, settings, '', transportFor(settings), now)).toEqual({ sent: 0, failed: 0 });
    now = new Date(now.getTime() + 10 * 3600_000);
  }
  expect(tries).toBeGreaterThan(5);
  expect(await register.mailFigures()).toEqual({ waiting: 0, failed: 1 });
  expect((await register.list())[0]?.status).toBe('pending');
  for (const at of [1, 2]) ids.add(mailOf({ id: at, reference: 'SP-BCDF-2345', quarantined: false, tries: at }, settings, '').messageId);
  expect(ids.size).toBe(1);
});

test('waiting grows from a minute, and ends after about 24 hours', () => {
  const now = new Date(0);
  let total = 0;
  let tries = 1;
  for (; ; tries += 1) {
    const next = nextTry(tries, now);
    if (!next) break;
    total += next.getTime();
  }
  expect(nextTry(1, now)!.getTime()).toBe(60_000);
  expect(total / 3_600_000).toBeCloseTo(24, 0);
});

test('Mail injection: line breaks and commas in an address or a reference add no receiver', async () => {
  const evil = { id: 1, reference: 'SP-X\r\nBcc: victim@example.org', quarantined: false, tries: 1 };
  const to = ['one@council.example\r\nBcc: victim@example.org', 'a@council.example, victim@example.org'];
  await transportFor(settings)
    .sendMail(mailOf(evil, { ...settings, to }, ''))
    .catch(() => undefined);
  for (const { to: receivers, raw } of received) {
    expect(receivers.join()).not.toMatch(/^victim@|,victim@/);
    expect(raw).not.toMatch(/^Bcc:/im);
  }
});

test('the served form sends it by itself; a mail server that is not there or says nothing holds no signature back', async () => {
  const mute = createServer();
  const mutePort = await new Promise<number>((found) =>
    mute.listen(0, '127.0.0.1', () => found((mute.address() as { port: number }).port)),
  );
  const data = mkdtempSync(join(tmpdir(), 'mail-'));
  const common = { PORT: '0', DATA_DIR: data, FORM_MIN_SECONDS: '0', MAIL_FROM: settings.from, MAIL_TO: settings.to.join(',') };
  const first = start({ ...common, SMTP_URL: `smtp://127.0.0.1:${mutePort}` });
  const since = performance.now();
  const reference = await signerAt((await first.address()).replace(/\/$/, '')).sign({ setting: 'While mail is away' });
  expect(performance.now() - since).toBeLessThan(5000);
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);
  mute.close();
  const second = start({ ...common, SMTP_URL: settings.smtpUrl });
  await second.address();
  await expect.poll(() => received.some(({ raw }) => raw.includes(reference)), { timeout: 20_000 }).toBe(true);
  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  rmSync(data, { recursive: true, force: true });
});
