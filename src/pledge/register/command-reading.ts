/** The commands that show what the register holds: list, show, export, mail. */
import { resolve } from 'node:path';
import { oneOf, referenceOf, WrongUse, type Call, type Command } from './command-call.ts';
import { entryText, listText } from './command-text.ts';
import { asCsv, asJson, exportRow } from './export-file.ts';
import { NotPossible, statuses, type Entry, type Status } from './register.ts';
import { writeWhole } from './whole-file.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

export const list: Command = {
  form: `[--status ${statuses.join('|')}] [--format text|json|csv]`,
  does: 'Lists the entries: what to look at, and which names look alike. Those set aside stand under their own heading.',
  texts: ['status', 'format'],
  switches: [],
  least: 0,
  most: 0,
  async run(call) {
    const status = call.text('status') === undefined ? undefined : oneOf<Status>(call, 'status', statuses);
    const format = oneOf(call, 'format', ['text', 'json', 'csv']);
    const entries = await call.withRegister((register) => register.list(status ? { status } : {}));
    if (entries.length === 0) call.output.remark(status ? `No entry is ${status}.` : 'Nobody has signed yet.');
    await call.output.data({ text: listText, json: asJson, csv: asCsv }[format](entries));
  },
};

const withAll = (entry: Entry) => ({
  ...exportRow(entry),
  form: entry.form,
  alike: entry.alike,
  published: entry.published ?? null,
  decisions: entry.decisions,
});

export const show: Command = {
  form: 'REFERENCE | --email ADDRESS [--format text|json]',
  does: 'Shows all that is known of an entry, or of every entry with this e-mail address.',
  texts: ['email', 'format'],
  switches: [],
  least: 0,
  most: 1,
  async run(call) {
    const format = oneOf(call, 'format', ['text', 'json']);
    const email = call.text('email');
    if ((email === undefined) === (call.words.length === 0)) throw new WrongUse('Say a reference, or an e-mail address with --email.');
    if (email === undefined) {
      const reference = referenceOf(call);
      const entry = await call.withRegister(async (register) => (await register.find(reference)) ?? noEntry(reference));
      return call.output.data(format === 'json' ? json(withAll(entry)) : entryText(entry));
    }
    const entries = await call.withRegister((register) => register.findByEmail(email));
    if (entries.length === 0) call.output.remark('No entry has this e-mail address.');
    await call.output.data(format === 'json' ? json(entries.map(withAll)) : entries.map(entryText).join('\n'));
  },
};

/** @throws NotPossible always */
function noEntry(reference: string): never {
  throw new NotPossible(`There is no entry ${reference}. "list" shows all of them.`);
}

export const exporting: Command = {
  form: '[--format json|csv] [--out FILE] | --public [--out FILE]',
  does: 'Writes all entries for another program; with --public, only what everybody may see, as the build reads it from signed.json.',
  texts: ['format', 'out'],
  switches: ['public'],
  least: 0,
  most: 0,
  async run(call) {
    const open = call.is('public');
    const format = oneOf(call, 'format', open ? ['json'] : ['json', 'csv']);
    if (open) return put(call, json(await call.withRegister((register) => register.publicList())), 0o644);
    const entries = await call.withRegister((register) => register.list());
    call.output.remark('This holds names and e-mail addresses of persons. Keep it safe, and delete it when you are done.');
    await put(call, format === 'csv' ? asCsv(entries) : asJson(entries), 0o600);
  },
};

/** To the file that was named, whole or not at all; else to the standard output. */
async function put({ text, output }: Call, words: string, mode: number) {
  const out = text('out');
  if (out === undefined) return output.data(words);
  writeWhole(resolve(out), words, mode);
  output.remark(`Written to ${out}.`);
}

export const mail: Command = {
  form: '[--format text|json]',
  does: 'Says how many mails to staff are waiting, and how many are given up.',
  texts: ['format'],
  switches: [],
  least: 0,
  most: 0,
  async run(call) {
    const format = oneOf(call, 'format', ['text', 'json']);
    const { waiting, failed } = await call.withRegister((register) => register.mailFigures());
    if (!call.settings.mail) call.output.remark('No mail is set up here: SMTP_URL, MAIL_FROM and MAIL_TO are not set.');
    if (failed > 0) call.output.remark('Mail that failed is not tried again. The signatures are kept all the same: "list" shows them.');
    await call.output.data(format === 'json' ? json({ waiting, failed }) : `waiting ${waiting}, failed ${failed}\n`);
  },
};
