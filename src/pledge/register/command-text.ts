/** Entries of the register as a person at a terminal reads them. */
import { fieldNames } from '../form/fields.ts';
import { londonDay } from './london-day.ts';
import type { Entry, Published } from './register.ts';

/** Why a person should look at an entry. A flag without words here is shown by its own name. */
const flagWords: Record<string, string> = {
  'no-token': 'sent without the mark that the form gives, as programs do',
  'too-fast': 'sent sooner than a person can fill it in',
  decoy: 'something stands in the field that people do not see; a password manager can do that too',
  'link-in-name': 'a link stands in a name',
  'spam-words': 'words that advertising uses',
  'mixed-scripts': 'letters of two alphabets in one word',
  'same-name': 'the same name as another entry',
  'look-alike-name': 'a name that looks like that of another entry',
};

/** @returns why, each flag in words */
export const flagsInWords = (flags: readonly string[]): string[] => flags.map((flag) => flagWords[flag] ?? flag);

/**
 * What somebody typed, safe for a terminal: control characters could colour, move or hide what stands beside them, and marks of
 * direction could turn it round.
 */
export const plain = (text: string): string => text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');

const londonTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });

/** @returns one line: reference, status, day, name, kind, area, then what to look at */
export function entryLine({ reference, status, form, createdAt, answers, flags, alike, published }: Entry): string {
  const name = published?.name ?? answers.setting ?? '(erased)';
  // An imported entry was signed long before it came here.
  const day = form === 'import' && published ? published.date : londonDay(createdAt);
  const what = [name, published?.kind ?? answers.kind, published?.area ?? answers.area].filter(Boolean).join(' | ');
  // A same or look-alike name is said with the entries that it looks like.
  const own = flags.filter((flag) => alike.length === 0 || !['same-name', 'look-alike-name'].includes(flag));
  const look = [...(own.length > 0 ? [`look at: ${own.join(', ')}`] : []), ...(alike.length > 0 ? [`looks like ${alike.join(', ')}`] : [])];
  return plain([reference, status.padEnd(11), day, what, ...look.map((words) => `[${words}]`)].join('  '));
}

/** @returns entries as lines, those set aside under their own heading with why in words */
export function listText(entries: readonly Entry[]): string {
  const aside = entries.filter(({ status }) => status === 'quarantined');
  const others = entries.filter(({ status }) => status !== 'quarantined');
  const lines = others.map(entryLine);
  if (aside.length > 0) {
    lines.push(
      ...(lines.length > 0 ? [''] : []),
      `Quarantined: ${aside.length}. Something about these is unusual. Real people can be among them.`,
    );
    for (const entry of aside) lines.push(entryLine(entry), ...flagsInWords(entry.flags).map((why) => `    ${why}`));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** @returns what the public sees, a line for each part */
export function publishedText(published: Published | undefined): string[] {
  if (!published) return ['nothing'];
  const { id, name, kind, area, date, sentence, website } = published;
  const parts = { name, kind, area, date, sentence: sentence ?? '(none)', website: website ?? '(none)', page: `/pledge/signed/${id}/` };
  return Object.entries(parts).map(([part, value]) => plain(`${part}: ${value}`));
}

/** @returns everything that is known of an entry, its contact too */
export function entryText(entry: Entry): string {
  const { reference, status, form, createdAt, answers, flags, alike, published, decisions } = entry;
  const typed = fieldNames.flatMap((field) => {
    const value = answers[field];
    const words = Array.isArray(value) ? value.join(', ') : value;
    return words ? [plain(`  ${field}: ${words}`)] : [];
  });
  return [
    `${reference}: ${status}`,
    `${form === 'import' ? 'Imported' : 'Signed'} ${londonTime.format(new Date(createdAt))}`,
    ...(flags.length > 0 ? ['Look at:', ...flagsInWords(flags).map((why) => `  ${plain(why)}`)] : []),
    ...(alike.length > 0 ? [`Looks like: ${alike.join(', ')}`] : []),
    'Typed:',
    ...(typed.length > 0 ? typed : ['  (erased)']),
    'Published:',
    ...(status === 'approved' ? publishedText(published) : ['nothing']).map((line) => `  ${line}`),
    'Decisions:',
    ...(decisions.length > 0
      ? decisions.map(({ at, who, from, to, note }) => plain(`  ${londonTime.format(new Date(at))} ${who}: ${from} to ${to}. ${note}`))
      : ['  none yet']),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
