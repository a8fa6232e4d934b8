/** What changed between days, as the pages tell it. */
import { byDate, surelyFrom } from './part-dates.ts';
import { countsFrom, changeOf, type SourceDates, type StrandChange } from './state.ts';
import { changeDays, entriesOf, type Progress, type Strand } from './read.ts';

export interface ChangedOn {
  /** The day from which it counts, as `2021-07-15`: what pages are ordered by, and never shown, since no day is made up. */
  day: string;
  /** The dates as their sources give them, as `2021-07`, the oldest first. */
  written: string[];
  changes: { strand: Strand; change: StrandChange }[];
}

const before = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/**
 * @param progress all records @param today the day of the build: what counts from a later day is not told yet
 * @returns every day on which something changed, the newest first, with what changed in each strand and plan
 */
export function changesByDay(progress: Progress, today: string): ChangedOn[] {
  const known = kept.get(progress);
  if (known?.today === today) return known.changes;
  const changes = findChanges(progress, today);
  kept.set(progress, { today, changes });
  return changes;
}

/** Every page of what changed asks for the same. */
const kept = new WeakMap<Progress, { today: string; changes: ChangedOn[] }>();

function findChanges(progress: Progress, today: string): ChangedOn[] {
  const all = [...progress.groups, ...progress.strands];
  const days = changeDays(progress).filter((day) => day <= today);
  // A strand is compared only on its own days: sixty strands over ten years are many pairs.
  const ofDay = new Map<string, { strands: Set<Strand>; written: Set<string> }>();
  for (const strand of all)
    for (const [day, written] of daysOf(strand, progress.sourceDates)) {
      const one = ofDay.get(day) ?? { strands: new Set(), written: new Set() };
      one.strands.add(strand);
      one.written.add(written);
      ofDay.set(day, one);
    }
  return days
    .map((day) => ({
      day,
      written: [...(ofDay.get(day)?.written ?? [])].sort(byDate),
      changes: [...(ofDay.get(day)?.strands ?? [])].flatMap((strand) => {
        const change = changeOf(strand, { on: before(day) }, { on: day }, progress.sourceDates);
        return change ? [{ strand, change }] : [];
      }),
    }))
    .filter(({ changes }) => changes.length > 0)
    .reverse();
}

const daysOf = ({ record }: Strand, dates: SourceDates): [day: string, written: string][] =>
  entriesOf(record).flatMap((entry) => [
    [countsFrom(entry, dates), entry.on] as [string, string],
    ...(entry.until ? [[surelyFrom(entry.until), entry.until] as [string, string]] : []),
  ]);
