/**
 * Where the parts of a measure's chart stand, by d3's scales and shapes. The markup is ours (`MeasureChart.astro`), since the policy of
 * the site refuses `style` attributes. Units are those of the viewBox, which is as wide as the smallest phone, so that its letters
 * are never smaller than they are drawn.
 */
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { MeasureShown } from './measures.ts';
import { partDateInWords, readPartDate } from './part-dates.ts';

export interface ChartPoint {
  /** The middle of the time that the date may mean, and that time. */
  x: number;
  from: number;
  to: number;
  y: number;
  value: number;
  on: string;
  exactness: string;
  /** Whether this site counted it, from its own list. */
  ours: boolean;
}

export interface Chart {
  width: number;
  height: number;
  points: ChartPoint[];
  /** The lines between values that were counted in the same way; none where there is one value. */
  lines: string[];
  left: number;
  bottom: number;
  yTicks: { y: number; label: string }[];
  xTicks: { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[];
}

const [width, height, left, right, top, bottom] = [320, 200, 48, 12, 16, 32];
const day = 86_400_000;
const numbers = new Intl.NumberFormat('en-GB');
const time = (written: string | undefined) => Date.parse(written ?? '');

/** @returns the places of everything in the chart of one measure with at least one value */
export function chartOf({ points }: Pick<MeasureShown, 'points'>): Chart {
  const spans = points.map(({ on }) => {
    const { first, last } = readPartDate(on)!;
    return { first: time(first ?? last), last: time(last) };
  });
  const [begin, end] = [Math.min(...spans.map(({ first }) => first)), Math.max(...spans.map(({ last }) => last))];
  // One date alone stands in the middle of its year's width.
  const room = Math.max((end - begin) * 0.06, end - begin < 40 * day ? 200 * day : 0);
  const x = scaleUtc([begin - room, end + room], [left, width - right]);
  const y = scaleLinear([0, Math.max(...points.map(({ value }) => value), 1)], [height - bottom, top]).nice(4);
  const round = (value: number) => Math.round(value * 10) / 10;
  const placed = points.map(({ on, value, exactness, source }, index): ChartPoint => {
    const { first, last } = spans[index]!;
    return {
      x: round(x((first + last) / 2)),
      from: round(x(first)),
      to: round(x(last)),
      y: round(y(value)),
      ...{ value, on, exactness, ours: source === undefined },
    };
  });
  const path = line<ChartPoint>(
    (point) => point.x,
    (point) => point.y,
  ).digits(1);
  const series = [placed.filter(({ ours }) => !ours), placed.filter(({ ours }) => ours)];
  const labelled = points.length === 1 ? [0] : [0, points.length - 1];
  return {
    ...{ width, height, left, bottom: height - bottom },
    points: placed,
    lines: series.filter((one) => one.length > 1).map((one) => path(one)!),
    yTicks: y
      .ticks(4)
      .filter((tick) => Number.isInteger(tick))
      .map((tick) => ({ y: round(y(tick)), label: numbers.format(tick) })),
    xTicks: labelled.map((index, at) => ({
      x: placed[index]!.x,
      label: partDateInWords(points[index]!.on.slice(0, 7)),
      anchor: labelled.length === 1 ? 'middle' : at === 0 ? 'start' : 'end',
    })),
  };
}
