/**
 * What was so on any past date, built from records to which things are only added.
 *
 * Two dates belong to each entry: when it was so (`on`) and when it was reported. What is asked is a day of the first; with `knownOn`,
 * only what had been reported by that day counts, so that a late report does not rewrite what a reader saw at the time.
 * An entry that is dated by a month or a year is surely so from its last day, and counts from there; or from the day of its report when
 * that came before: what a report of 15 July tells of July was so by the 15th.
 */
import type { Citation, Status } from '../readings/topic.schema.ts';
import { byDate, surelyFrom } from './part-dates.ts';
import type { Measure, Milestone, MilestoneState, StrandRecord } from './record.schema.ts';

/** A strand, or a whole plan: what this needs of it. */
export interface Recorded {
  id: string;
  record: StrandRecord;
}

/** What was so on a day. */
export interface StrandState {
  id: string;
  status: { status: Status; word: string; on: string; source: Citation } | null;
  accountable: { role: string | null; on: string; source: Citation } | null;
  done: StrandRecord['done'];
  next: StrandRecord['next'];
  milestones: { name: string; words: Milestone['words']; state: MilestoneState; due?: string; on: string; source: Citation }[];
  measures: { name: string; words: Measure['words']; unit: string; latest: Measure['values'][number] | null }[];
}

export interface AsOf {
  /** The day that is asked, as `2021-12-31`. */
  on: string;
  /** The day after which reports are not taken in; all are when left out. */
  knownOn?: string;
}

/** The dates of sources, for entries that do not say when they were reported. */
export type SourceDates = ReadonlyMap<string, string>;

export interface Entry {
  on: string;
  reported?: string | undefined;
  source: Citation;
}

/** When an entry was reported: as it says, else as its source is dated, else when it was so. A report is never older than what it tells. */
export const reportedOn = (entry: Entry, dates: SourceDates): string => entry.reported ?? dates.get(entry.source.source) ?? entry.on;

/** The day from which an entry counts, as `2021-07-15`: the last day that it may mean, or that of its report when that came before. */
export function countsFrom(entry: Entry, dates: SourceDates): string {
  const [so, told] = [surelyFrom(entry.on), surelyFrom(reportedOn(entry, dates))];
  return told < so ? told : so;
}

const counts = (entry: Entry, { on, knownOn }: AsOf, dates: SourceDates) =>
  countsFrom(entry, dates) <= on && (knownOn === undefined || surelyFrom(reportedOn(entry, dates)) <= knownOn);

/** The newest of the entries that count, by the day from which each counts; of two with one date, the one that was reported later, else the one that was added later. */
function newest<T extends Entry>(entries: readonly T[], asOf: AsOf, dates: SourceDates): T | undefined {
  return entries
    .filter((entry) => counts(entry, asOf, dates))
    .toSorted(
      (a, b) =>
        countsFrom(a, dates).localeCompare(countsFrom(b, dates)) ||
        byDate(a.on, b.on) ||
        byDate(reportedOn(a, dates), reportedOn(b, dates)),
    )
    .at(-1);
}

/** @returns the state of one strand on a day; where nothing had been said by then, null and [] say so */
export function stateOf({ id, record }: Recorded, asOf: AsOf, dates: SourceDates = new Map()): StrandState {
  const of = <T extends Entry>(entries: readonly T[]) => newest(entries, asOf, dates);
  const [status, accountable] = [of(record.statuses), of(record.accountable)];
  return {
    id,
    status: status ? { status: status.status, word: status.word, on: status.on, source: status.source } : null,
    accountable: accountable ? { role: accountable.role, on: accountable.on, source: accountable.source } : null,
    done: record.done.filter((entry) => counts(entry, asOf, dates)),
    next: record.next.filter((entry) => counts(entry, asOf, dates) && (entry.until === undefined || surelyFrom(entry.until) > asOf.on)),
    milestones: record.milestones.flatMap(({ name, words, steps }) => {
      const step = of(steps);
      if (!step) return [];
      const due = of(steps.filter((one) => one.due !== undefined))?.due;
      return [{ name, words, state: step.state, ...(due ? { due } : {}), on: step.on, source: step.source }];
    }),
    measures: record.measures.map(({ name, words, unit, values }) => ({ name, words, unit, latest: of(values) ?? null })),
  };
}

/** What differs in one strand between two days. A field is there only when something differs. */
export interface StrandChange {
  id: string;
  status?: { from: StrandState['status']; to: StrandState['status'] };
  accountable?: { from: StrandState['accountable']; to: StrandState['accountable'] };
  done?: StrandState['done'];
  /** What came to be done next, and what was no longer to be done. */
  next?: { added: StrandState['next']; gone: StrandState['next'] };
  milestones?: { name: string; from: StrandState['milestones'][number] | null; to: StrandState['milestones'][number] | null }[];
  measures?: { name: string; from: Measure['values'][number] | null; to: Measure['values'][number] | null }[];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
/** A status said again later in the same words is no change for a reader. */
const sameStatus = (a: StrandState['status'], b: StrandState['status']) => a?.status === b?.status && a?.word === b?.word;

/**
 * @param strand whose record
 * @param from the day of the older state @param to the day of the newer one
 * @returns what differs, or undefined when nothing does
 */
export function changeOf(strand: Recorded, from: AsOf, to: AsOf, dates: SourceDates = new Map()): StrandChange | undefined {
  const [before, after] = [stateOf(strand, from, dates), stateOf(strand, to, dates)];
  const change: StrandChange = { id: strand.id };
  if (!sameStatus(before.status, after.status)) change.status = { from: before.status, to: after.status };
  // That a role is not said is no news.
  if ((before.accountable?.role ?? null) !== (after.accountable?.role ?? null))
    change.accountable = { from: before.accountable, to: after.accountable };
  const done = after.done.filter((entry) => !before.done.includes(entry));
  if (done.length > 0) change.done = done;
  const added = after.next.filter((entry) => !before.next.includes(entry));
  const gone = before.next.filter((entry) => !after.next.includes(entry));
  if (added.length + gone.length > 0) change.next = { added, gone };
  const milestones = strand.record.milestones.flatMap(({ name }) => {
    const [was, is] = [before, after].map((state) => state.milestones.find((one) => one.name === name) ?? null);
    return was?.state === is?.state && was?.due === is?.due ? [] : [{ name, from: was!, to: is! }];
  });
  if (milestones.length > 0) change.milestones = milestones;
  const measures = after.measures.flatMap(({ name, latest }, index) => {
    const was = before.measures[index]!.latest;
    return same(was, latest) ? [] : [{ name, from: was, to: latest }];
  });
  if (measures.length > 0) change.measures = measures;
  return Object.keys(change).length > 1 ? change : undefined;
}
