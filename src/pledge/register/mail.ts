/**
 * Tells staff by mail that a signature came: taken from the outbox that was written with the signature, so a mail server that is
 * down delays a mail and never a signature. A mail holds the reference and where to look, and nothing that was typed.
 */
import { createTransport, type Transporter } from 'nodemailer';
import type { Mail, Register } from './register.ts';

export interface MailSettings {
  smtpUrl: string;
  from: string;
  to: readonly string[];
}

const minutes = 60_000;
/** When to try again, in minutes after each try that failed; together 24 hours. */
const waits = [1, 2, 5, 10, 20, 40, 60, 120, 240, 360, 582];

/** @param tries how often it was tried, this time included @returns when to try again; null after about 24 hours */
export function nextTry(tries: number, now: Date): Date | null {
  const wait = waits[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * minutes);
}

/**
 * What is sent. Every address comes from the settings as an object of its own, since a text with a line break in it can add
 * receivers; the Message-ID is the same at each try, so that a mail sent twice is shown once.
 */
export function mailOf({ reference, quarantined }: Mail, { from, to }: MailSettings, where: string) {
  const what = quarantined ? 'A signature was set aside and waits for you' : 'A new signature waits for you';
  return {
    from: { name: '', address: from },
    to: to.map((address) => ({ name: '', address })),
    subject: `${what}: ${reference}`,
    text: `${what}.\n\nIts reference is ${reference}.\n${where}\n\nThis mail holds no names and no addresses. Please do not answer it.\n`,
    messageId: `<${reference.toLowerCase()}@${from.replace(/^.*@/, '')}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** What a failure is called in the outbox: its code, never the words of a server, which may hold addresses. */
const failureName = (error: unknown) => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return [typeof code === 'string' ? code : 'error', typeof responseCode === 'number' ? responseCode : ''].join(' ').trim();
};

/** Sends what is due, once. @returns how many went out and how many did not */
export async function sendDueMail(register: Register, settings: MailSettings, where: string, transport: Transporter, now = new Date()) {
  const due = await register.dueMail(now, 10);
  let [sent, failed] = [0, 0];
  for (const mail of due) {
    try {
      await transport.sendMail(mailOf(mail, settings, where));
      await register.mailSent(mail.id);
      sent += 1;
    } catch (error) {
      await register.mailNotSent(mail.id, failureName(error), nextTry(mail.tries + 1, now));
      failed += 1;
    }
  }
  return { sent, failed };
}

export const transportFor = ({ smtpUrl }: MailSettings): Transporter =>
  // Never a file or an address named by a mail, whatever it holds.
  createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never);
