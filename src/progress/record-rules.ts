/**
 * What no record can say, whoever writes it: each rule with a sentence that tells the mend. Pure, so that every rule is tested by itself.
 * Over 150 lines: one list of rules.
 */
import { byDate, partDateInWords, readPartDate, surelyFrom } from './part-dates.ts';
import type { Milestone, StrandRecord } from './record.schema.ts';
import { reportedOn, type Entry, type SourceDates } from './state.ts';

export interface RecordFault {
  /** Where in the record, as `['statuses', 0, 'on']`. */
  path: (string | number)[];
  /** What is wrong and how to mend it, as a sentence without its subject. */
  problem: string;
}

export interface RecordPlace {
  /** When the plan began; nothing in it is older. */
  began: string;
  /** The day of the check, as `2026-11-24`: nothing in a record is later, but what is due. */
  today: string;
  /** When sources were published. */
  sourceDates: SourceDates;
}

const first = (written: string) => readPartDate(written)!.first ?? surelyFrom(written);
const quoted = (written: string) => `"${written}"`;

/** The lists of a record whose entries tell what was so on a date. `wrong` may be older than the plan: it is why there is one. */
const lists = ['wrong', 'promised', 'done', 'next', 'accountable', 'statuses', 'said'] as const;

/** @returns every fault of a record, in the order of its fields */
export function recordFaults(record: StrandRecord, place: RecordPlace): RecordFault[] {
  const faults: RecordFault[] = [];
  const add = (path: RecordFault['path'], problem: string) => void faults.push({ path, problem });
  for (const list of lists) {
    record[list].forEach((entry, index) => checkEntry([list, index], entry, list !== 'wrong'));
    inOrder([list], record[list]);
  }
  record.next.forEach(({ on, until }, index) => {
    if (until === undefined) return;
    if (byDate(until, on) < 0)
      add(['next', index, 'until'], `says that it ended on ${quoted(until)}, before it began on ${quoted(on)}. Mend one of the dates.`);
    inPast(['next', index, 'until'], until);
  });
  record.milestones.forEach((milestone, index) => checkMilestone(milestone, index));
  named('milestones', record.milestones);
  record.measures.forEach(({ values, from }, index) => {
    values.forEach((value, at) => checkEntry(['measures', index, 'values', at], value, true));
    inOrder(['measures', index, 'values'], values);
    values.forEach((value, at) => {
      const before = values
        .slice(0, at)
        .find((other) => other.on === value.on && reportedOn(other, place.sourceDates) === reportedOn(value, place.sourceDates));
      if (before && before.value !== value.value)
        add(
          ['measures', index, 'values', at, 'on'],
          `has two values for ${quoted(value.on)}, ${before.value} and ${value.value}. Keep the true one; or say with "reported" when the later one was told.`,
        );
    });
    if (values.length === 0 && !from)
      add(['measures', index, 'values'], 'has a measure without a value. Add the first value with its date, or take the measure out.');
  });
  named('measures', record.measures);
  done();
  return faults;

  function inPast(path: RecordFault['path'], written: string) {
    if (first(written) > place.today)
      add(path, `is dated ${quoted(written)}, which is still to come. Write when it was; what is planned is a milestone with "due".`);
  }

  function checkEntry(path: RecordFault['path'], entry: Entry, within: boolean) {
    inPast([...path, 'on'], entry.on);
    if (within && surelyFrom(entry.on) < first(place.began))
      add(
        [...path, 'on'],
        `is dated ${quoted(entry.on)}, before the plan began (${partDateInWords(place.began)}, in plan.yaml). Mend the date, or "began" of the plan.`,
      );
    if (entry.reported === undefined) {
      const published = place.sourceDates.get(entry.source.source);
      if (published && surelyFrom(published) < first(entry.on))
        add(
          [...path, 'on'],
          `is dated ${quoted(entry.on)}, after its source was published (${quoted(published)}). Mend the date, name the source that says it, or write "reported".`,
        );
      return;
    }
    inPast([...path, 'reported'], entry.reported);
    if (surelyFrom(entry.reported) < first(entry.on))
      add(
        [...path, 'reported'],
        `says that it was reported on ${quoted(entry.reported)}, before it was so (${quoted(entry.on)}). Mend one of the dates.`,
      );
  }

  function inOrder(path: RecordFault['path'], entries: readonly { on: string }[]) {
    entries.forEach(({ on }, index) => {
      const before = entries[index - 1]?.on;
      if (before !== undefined && byDate(on, before) < 0 && surelyFrom(on) < first(before))
        add(
          [...path, index, 'on'],
          `is dated ${quoted(on)} and stands below ${quoted(before)}. Write the oldest first: a record grows at its end.`,
        );
    });
  }

  function named(list: 'milestones' | 'measures', items: readonly { name: string }[]) {
    items.forEach(({ name }, index) => {
      if (items.findIndex((other) => other.name === name) < index)
        add([list, index, 'name'], `has the name ${quoted(name)} twice. Give one of them another name, or put their dates under one.`);
    });
  }

  function checkMilestone({ steps }: Milestone, index: number) {
    let due: string | undefined;
    steps.forEach((step, at) => {
      const path = ['milestones', index, 'steps', at];
      checkEntry(path, step, true);
      const before = steps[at - 1];
      if (before?.state === 'done')
        add([...path, 'state'], `goes on after "done". What is done stays done: take the step out, or make a new milestone of it.`);
      if (step.state === 'moved' && !step.due)
        add([...path, 'state'], 'is "moved" and does not say to when. Write "due" with the new date, or "planned" when none is known.');
      if (step.due && (step.state === 'late' || step.state === 'done'))
        add([...path, 'due'], `has "due" for what is "${step.state}". "due" belongs to "planned" and "moved": take it out here.`);
      if (step.due && surelyFrom(step.due) < first(place.began))
        add([...path, 'due'], `is due on ${quoted(step.due)}, before the plan began (${partDateInWords(place.began)}). Mend the date.`);
      if (step.state === 'late' && due === undefined)
        add([...path, 'state'], 'is "late" and was never due. Add a step above it, "planned" with "due".');
      else if (step.state === 'late' && surelyFrom(step.on) <= surelyFrom(due!) && first(step.on) <= surelyFrom(due!))
        add(
          [...path, 'state'],
          `is "late" on ${quoted(step.on)}, and it was due on ${quoted(due!)}. Write the day when the date had passed.`,
        );
      if (step.state === 'planned' && at > 0) add([...path, 'state'], 'is "planned" again. Write "moved" with the new date.');
      due = step.due ?? due;
    });
    inOrder(['milestones', index, 'steps'], steps);
  }

  /** A strand that is done has nothing left to do. */
  function done() {
    const newest = record.statuses.at(-1);
    if (newest?.status !== 'done') return;
    const path = ['statuses', record.statuses.length - 1, 'status'];
    const open = record.milestones.find(({ steps }) => steps.at(-1)?.state !== 'done');
    if (open) add(path, `is "done", and the milestone ${quoted(open.name)} is not. Add its step "done" with the date, or mend the status.`);
    if (record.next.some(({ until }) => until === undefined))
      add(path, 'is "done", and something under "next" is still to do. Give it "until", or mend the status.');
  }
}
