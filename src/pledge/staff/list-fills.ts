/** What fills the queue and the list of all signatures. */
import type { Fills, PageFills } from '../filled-page.ts';
import type { Entry, Status } from '../register/register.ts';
import { areaOf, dayOf, kindOf, timeInWords, waited } from './entry-facts.ts';
import { markFills, nameOf } from './marks.ts';
import { signaturePath } from './own-path.ts';
import type { StaffWords } from './staff-words.ts';

/** How many decisions the queue remembers. */
const recent = 10;

export interface Shown {
  words: StaffWords;
  /** As 2026-11-23. */
  today: string;
}

/** Which of the five it is, for words that stand in the page. */
export const statusWhen = (status: Status | undefined): Record<string, boolean> =>
  Object.fromEntries(['pending', 'quarantined', 'approved', 'rejected', 'withdrawn'].map((each) => [`is-${each}`, each === status]));

export const lastOf = ({ decisions }: Entry) => decisions.at(-1);

function rowFills(entry: Entry, others: ReadonlyMap<string, Entry>, { words, today }: Shown): Fills {
  const marks = markFills(entry, others);
  const last = lastOf(entry);
  return {
    text: {
      name: nameOf(entry),
      reference: entry.reference,
      kind: kindOf(entry, words),
      area: areaOf(entry, words),
      day: dayOf(entry),
      waited: waited(entry, today),
      who: last?.who ?? '',
      at: last ? timeInWords(last.at) : '',
    },
    set: { link: { href: signaturePath(entry.reference) } },
    when: { ...marks.when, ...statusWhen(entry.status), decided: last !== undefined, imported: entry.form === 'import' },
    each: { ...marks.each },
  };
}

const byReference = (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.reference, entry]));
const counted = (name: string, count: number) => ({
  [`no-${name}`]: count === 0,
  [`one-${name}`]: count === 1,
  [`many-${name}`]: count > 1,
  [`any-${name}`]: count > 0,
});

/** @param entries all of the register, oldest first @param done the entry about which somebody has just decided */
export function queueFills(entries: readonly Entry[], done: Entry | undefined, shown: Shown): PageFills {
  const others = byReference(entries);
  const rows = (status: Status) => entries.filter((entry) => entry.status === status).map((entry) => rowFills(entry, others, shown));
  const decidedAt = (entry: Entry) => lastOf(entry)?.at ?? '';
  const decided = entries
    // An imported list is no decision that somebody made of each.
    .filter((entry) => !['pending', 'quarantined'].includes(entry.status) && (entry.form === 'pledge' || entry.decisions.length > 1))
    .sort((a, b) => (decidedAt(a) < decidedAt(b) ? 1 : -1))
    .slice(0, recent)
    .map((entry) => rowFills(entry, others, shown));
  const [pending, aside] = [rows('pending'), rows('quarantined')];
  const last = done && lastOf(done);
  return {
    text: {
      'pending-count': String(pending.length),
      'aside-count': String(aside.length),
      'done-name': done ? nameOf(done) : '',
      'done-reference': done?.reference ?? '',
      'done-who': last?.who ?? '',
      'done-at': last ? timeInWords(last.at) : '',
    },
    set: { 'done-link': { href: done ? signaturePath(done.reference) : '/' } },
    when: {
      done: last !== undefined,
      ...Object.fromEntries(Object.entries(statusWhen(done?.status)).map(([name, is]) => [`done-${name}`, is])),
      ...counted('pending', pending.length),
      ...counted('aside', aside.length),
      ...counted('decided', decided.length),
    },
    each: { pending, aside, decided },
  };
}

/** @param entries all of the register */
export function allFills(entries: readonly Entry[], shown: Shown): PageFills {
  const others = byReference(entries);
  const names = new Intl.Collator('en-GB');
  const sorted = [...entries].sort((a, b) => names.compare(nameOf(a), nameOf(b)));
  const parts = (['approved', 'rejected', 'withdrawn'] as const).map(
    (status) => [status, sorted.filter((entry) => entry.status === status).map((entry) => rowFills(entry, others, shown))] as const,
  );
  return {
    text: Object.fromEntries(parts.map(([status, rows]) => [`${status}-count`, String(rows.length)])),
    when: Object.assign({}, ...parts.map(([status, rows]) => counted(status, rows.length))) as Record<string, boolean>,
    each: Object.fromEntries(parts),
  };
}
