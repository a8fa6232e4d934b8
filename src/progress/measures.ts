/** Measures as they are shown: every value with its date, its source, and how it was counted. */
import { byDate, partDateInWords } from './part-dates.ts';
import type { Measure } from './record.schema.ts';
import type { Reading } from '../readings/reading.ts';

/** How many settings were on the public list on a day. */
export interface SignedCount {
  on: string;
  value: number;
}

export interface MeasurePoint {
  on: string;
  value: number;
  exactness: Measure['values'][number]['exactness'];
  /** A file in content/sources/; undefined for what this site counts itself. */
  source: Measure['values'][number]['source'] | undefined;
  reported: string | undefined;
}

export interface MeasureShown extends Omit<Measure, 'values'> {
  points: MeasurePoint[];
}

/**
 * @param measures of one record
 * @param signed the counts of the public list, for the measure that takes them
 * @returns the measures with all their values, oldest first; one without any value is left out
 */
export function measuresOf({ measures }: { measures: readonly Measure[] }, signed: readonly SignedCount[] = []): MeasureShown[] {
  return measures
    .map(({ values, ...measure }) => ({
      ...measure,
      points: [
        ...values.map(({ on, value, exactness, source, reported }) => ({ on, value, exactness, source, reported })),
        ...(measure.from === 'signed'
          ? signed.map(({ on, value }) => ({ on, value, exactness: 'exactly' as const, source: undefined, reported: undefined }))
          : []),
      ].sort((a, b) => byDate(a.on, b.on)),
    }))
    .filter(({ points }) => points.length > 0);
}

const numbers = new Intl.NumberFormat('en-GB');

/** "more than 600": the number as exact as its source is. */
export const valueInWords = ({ value, exactness }: Pick<MeasurePoint, 'value' | 'exactness'>) =>
  `${exactness === 'exactly' ? '' : `${exactness} `}${numbers.format(value)}`;

/** A text as it stands at the beginning. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What a measure shows, in words. Values that were counted in two ways, by a report and by the list of this site, are not compared.
 * @returns one or two sentences in the words of the reading
 */
export function sentenceOf({ points, unit }: Pick<MeasureShown, 'points' | 'unit'>, reading: Reading): string {
  const easy = reading === 'easy-read';
  const last = points.at(-1)!;
  const said = (point: MeasurePoint) => `${valueInWords(point)} ${unit}`;
  const when = (point: MeasurePoint) => `${point.on.length === 10 ? 'on' : 'in'} ${partDateInWords(point.on)}`;
  const now = `${capital(said(last))} ${when(last)}.`;
  const before = points.slice(0, -1).findLast((point) => Boolean(point.source) === Boolean(last.source));
  if (!before && points.length === 1)
    return easy ? `${now} This is the only number we have.` : `${now} There is one value, so it cannot show a rise or a fall.`;
  if (!before) {
    const first = points[0]!;
    return easy
      ? `${capital(said(first))} ${when(first)}. ${now} People counted in 2 ways.`
      : `${capital(said(first))} ${when(first)}, as reported. ${now} The two were counted in different ways, so they are not one series.`;
  }
  const first = points.find((point) => Boolean(point.source) === Boolean(last.source))!;
  const change = last.value - first.value;
  // From "more than 600" to 700 may be up or down: nobody can know.
  if ([first, last].some(({ exactness }) => exactness !== 'exactly'))
    return easy
      ? `${capital(said(first))} ${when(first)}. ${now}`
      : `${now} It was ${said(first)} ${when(first)}. The numbers are not exact enough to compare.`;
  const way = change === 0 ? 'the same' : `${numbers.format(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'}`;
  return easy ? `${capital(said(first))} ${when(first)}. ${now} That is ${way}.` : `${now} It was ${said(first)} ${when(first)}: ${way}.`;
}
