/** The years that the pages of what changed are made for. */
import { changesByDay } from './changed.ts';
import type { Progress } from './read.ts';
import { yearsOf, type Update } from './updates.ts';

/** @returns every year in which something changed or an update is dated, the newest first */
export const changeYears = (progress: Progress, updates: readonly Update[], today: string): string[] =>
  [...new Set([...changesByDay(progress, today).map(({ day }) => day.slice(0, 4)), ...yearsOf(updates)])].sort().reverse();
