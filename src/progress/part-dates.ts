/**
 * Dates as exact as they are known. A report may say "in March 2022" or "by July 2021": we keep what it says, and no day is made up.
 * The form is that of the Extended Date/Time Format for years, months and days (ISO 8601-2), with "by" in front for an end that is given.
 */
import { z } from 'astro/zod';

const form = /^(?:(by) )?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A date as it was written, and the first and last days that it may mean, as `2021-07-31`. */
export interface PartDate {
  written: string;
  /** No first day is known of "by 2021-07-15". */
  first: string | undefined;
  last: string;
  exact: 'day' | 'month' | 'year';
  by: boolean;
}

const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/**
 * @param written `2021`, `2021-07`, `2021-07-15`, or one of them after `by`
 * @returns what it means, or undefined when it is of another form or no day that the calendar has
 */
export function readPartDate(written: string): PartDate | undefined {
  const [, by, year, month, day] = form.exec(written) ?? [];
  if (!year) return undefined;
  const [y, m] = [Number(year), Number(month ?? 1) - 1];
  const first = Date.UTC(y, m, Number(day ?? 1));
  if (m < 0 || m > 11 || (day && iso(first) !== `${year}-${month}-${day}`)) return undefined;
  const last = day ? first : Date.UTC(month ? y : y + 1, month ? m + 1 : 0, 0);
  return {
    written,
    first: by ? undefined : iso(first),
    last: iso(last),
    exact: day ? 'day' : month ? 'month' : 'year',
    by: Boolean(by),
  };
}

/** YAML readers turn a bare day into a Date and a bare year into a number; we keep what the author wrote. */
const asWritten = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'number' ? String(value) : value;

/** A field that holds such a date. */
export const partDate = z
  .preprocess(
    asWritten,
    z.string().refine((text) => readPartDate(text) !== undefined),
  )
  .describe('a date as exactly as it is known: 2021-07-15, 2021-07 or 2021, or an end, as by 2021-07-15');

/** A date of something that has happened or was true: an end alone would not say when. */
export const pastDate = z
  .preprocess(
    asWritten,
    z.string().refine((text) => readPartDate(text)?.by === false),
  )
  .describe('when it was, as exactly as it is known: 2021-07-15, 2021-07 or 2021');

/** The day from which something dated so is surely so: its last one. @param written a date that the schema has let pass */
export const surelyFrom = (written: string): string => readPartDate(written)!.last;

/** Oldest first; where two may be the same day, the less exact one is later. For `sort`. */
export const byDate = (a: string, b: string): number => {
  const [x, y] = [readPartDate(a)!, readPartDate(b)!];
  return x.last.localeCompare(y.last) || (y.first ?? '').localeCompare(x.first ?? '');
};

const words = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }),
};

/** @returns "15 July 2021", "July 2021", "2021", or one of them after "by" */
export function partDateInWords(written: string): string {
  const date = readPartDate(written)!;
  return `${date.by ? 'by ' : ''}${words[date.exact].format(new Date(date.last))}`;
}

/** The value of a `datetime` attribute (HTML, "valid date, month or year string"). */
export const machineDate = (written: string): string => written.replace(/^by /, '');
