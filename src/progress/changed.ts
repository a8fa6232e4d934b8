/** What changed between days, as the pages tell it. */
import { surelyFrom } from './part-dates.ts';
import { countsFrom, changeOf, type SourceDates, type StrandChange } from './state.ts';
import { changeDays, entriesOf, type Progress, type Strand } from './read.ts';

export interface ChangedOn {
  /** The day from which it was so, as `2021-07-15`. */
  day: string;
  changes: { strand: Strand; change: StrandChange }[];
}

const before = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/**
 * @param progress all records @param today the day of the build: what counts from a later day is not told yet
 * @returns every day on which something changed, the newest first, with what changed in each strand and plan
 */
export function changesByDay(progress: Progress, today: string): ChangedOn[] {
  const all = [...progress.groups, ...progress.strands];
  const days = changeDays(progress).filter((day) => day <= today);
  // A strand is compared only on its own days: sixty strands over ten years are many pairs.
  const ofDay = new Map<string, Strand[]>();
  for (const strand of all) for (const day of daysOf(strand, progress.sourceDates)) ofDay.set(day, [...(ofDay.get(day) ?? []), strand]);
  return days
    .map((day) => ({
      day,
      changes: (ofDay.get(day) ?? []).flatMap((strand) => {
        const change = changeOf(strand, { on: before(day) }, { on: day }, progress.sourceDates);
        return change ? [{ strand, change }] : [];
      }),
    }))
    .filter(({ changes }) => changes.length > 0)
    .reverse();
}

const daysOf = ({ record }: Strand, dates: SourceDates) =>
  new Set(entriesOf(record).flatMap((entry) => [countsFrom(entry, dates), ...(entry.until ? [surelyFrom(entry.until)] : [])]));
