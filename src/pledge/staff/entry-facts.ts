/** Facts of an entry in words: its kind, area, days and times. */
import { dateInWords } from '../../readings/dates.ts';
import { londonDay } from '../register/london-day.ts';
import type { Entry } from '../register/register.ts';
import type { StaffWords } from './staff-words.ts';

const minutes = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** @param time in UTC @returns "23 November 2026 at 10:32", as a clock in England shows it */
export const timeInWords = (time: string) => minutes.format(new Date(time));

export function kindOf({ answers, published }: Entry, words: StaffWords): string {
  const kind = words.kind(published?.kind ?? answers.kind ?? '');
  return answers['kind-other'] ? `${kind}: ${answers['kind-other']}` : kind;
}
export const areaOf = ({ answers, published }: Entry, words: StaffWords) => words.area(published?.area ?? answers.area ?? '');
export const valuesOf = ({ answers }: Entry, words: StaffWords) => (answers.value ?? []).map((value) => words.value(value)).join(', ');

/** The day of signing. */
export const dayOf = ({ createdAt, published }: Entry) => dateInWords(published?.date ?? londonDay(createdAt));

/** @param today as 2026-11-23 @returns "today", "yesterday" or "5 days ago" */
export function waited({ createdAt }: Entry, today: string): string {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(londonDay(createdAt))) / 86_400_000));
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
