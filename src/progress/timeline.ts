/** Milestones on a line of time, by d3's scales. One row a milestone, by number: the numbered list beside it has the words. */
import { scaleUtc } from 'd3-scale';
import { readPartDate } from './part-dates.ts';
import type { Milestone, MilestoneState } from './record.schema.ts';
import { stateOf, type Recorded, type SourceDates } from './state.ts';

/** A milestone as it is shown on a day. */
export interface MilestoneShown {
  name: string;
  words: Milestone['words'];
  /** `passed`: its date is over on that day, and no source says what came of it. */
  state: MilestoneState | 'passed';
  due: string | undefined;
  /** The dates that it was due on before, oldest first. */
  before: string[];
  /** When its state was so. */
  on: string;
}

/** @returns the milestones of a record as they stood on a day, in the order of their dates; those without a date come last */
export function milestonesOn(recorded: Recorded, asOf: string, dates: SourceDates): MilestoneShown[] {
  const when = ({ state, on, due }: MilestoneShown) => (state === 'done' ? readPartDate(on)!.last : due ? readPartDate(due)!.last : '9999');
  return stateOf(recorded, { on: asOf }, dates)
    .milestones.map(({ name, words, state, due, on }) => {
      const steps = recorded.record.milestones.find((one) => one.name === name)!.steps;
      const dues = [...new Set(steps.flatMap((step) => (step.due ? [step.due] : [])))];
      const isOver = due !== undefined && readPartDate(due)!.last < asOf;
      return {
        ...{ name, words, on },
        state: (state === 'planned' || state === 'moved') && isOver ? ('passed' as const) : state,
        due: state === 'done' ? undefined : due,
        before: dues.filter((one) => one !== due),
      };
    })
    .sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
}

export interface TimelineMark {
  number: number;
  from: number;
  to: number;
  y: number;
  state: MilestoneShown['state'];
  /** The date that is drawn. */
  date: string;
}

export interface Timeline {
  width: number;
  height: number;
  marks: TimelineMark[];
  years: { x: number; label: string }[];
}

const [width, row, left, top, bottom] = [320, 26, 30, 8, 26];

/** @returns the drawing of the milestones that have a date; undefined where fewer than two have one, since a list says it all then */
export function timelineOf(milestones: readonly MilestoneShown[]): Timeline | undefined {
  const dated = milestones.flatMap(({ state, on, due }, index) => {
    const date = state === 'done' ? on : due;
    return date ? [{ number: index + 1, state, date, span: readPartDate(date)! }] : [];
  });
  if (dated.length < 2) return undefined;
  const times = dated.flatMap(({ span }) => [Date.parse(span.first ?? span.last), Date.parse(span.last)]);
  const [begin, end] = [new Date(Math.min(...times)).getUTCFullYear(), new Date(Math.max(...times)).getUTCFullYear() + 1];
  const x = scaleUtc([Date.UTC(begin, 0), Date.UTC(end, 0)], [left, width - 20]);
  const round = (value: number) => Math.round(value * 10) / 10;
  const step = Math.max(1, Math.ceil((end - begin) / 5));
  const years = Array.from({ length: Math.floor((end - begin) / step) + 1 }, (_, index) => begin + index * step);
  return {
    width,
    height: top + dated.length * row + bottom,
    marks: dated.map(({ number, state, date, span }, index) => ({
      ...{ number, state, date },
      from: round(x(Date.parse(span.first ?? span.last))),
      to: round(x(Date.parse(span.last))),
      y: top + index * row + row / 2,
    })),
    years: years.map((year) => ({ x: round(x(Date.UTC(year, 0))), label: String(year) })),
  };
}
