/** Milestones on a day: what is known of them, never more. */
import { expect, test } from 'vitest';
import { milestonesSentence } from '../../../src/progress/milestones-sentence.ts';
import { milestonesOn, timelineOf } from '../../../src/progress/timeline.ts';
import { dated, quietRoad, record, says } from './records.ts';

const none = new Map<string, string>();
const plan = (...steps: object[][]) => ({
  id: 'a',
  record: record({ milestones: steps.map((one, index) => ({ name: `step-${index}`, words: says('A step.'), steps: one })) }),
});

test('a date that has passed without a word is not called late', () => {
  const recorded = plan([dated('2021-07-15', { state: 'planned', due: '2022-03' })]);
  expect(milestonesOn(recorded, '2022-03-31', none)[0]!.state).toBe('planned');
  const [passed] = milestonesOn(recorded, '2022-04-01', none);
  expect(passed!.state).toBe('passed');
  expect(milestonesSentence([passed!], 'standard')).toBe(
    '0 of 1 step are known to be done. The date of 1 step has passed, and we have found no word of whether it was done.',
  );
});

test('a step that moved tells its old date and its new one', () => {
  const [closing] = milestonesOn(quietRoad, '2021-09-01', none);
  expect(closing).toMatchObject({ state: 'moved', due: '2021-12', before: ['by 2021-06'] });
});

test('a drawing has each step that has a date, where its date is, and none for one step alone', () => {
  const recorded = plan(
    [dated('2021-01-01', { state: 'planned', due: '2021-06' })],
    [dated('2021-01-01', { state: 'done' })],
    [dated('2021-01-01', { state: 'planned' })],
  );
  const milestones = milestonesOn(recorded, '2021-02-01', none);
  const timeline = timelineOf(milestones)!;
  expect(milestones.map(({ name }) => name)).toEqual(['step-1', 'step-0', 'step-2']);
  expect(timeline.marks.map(({ number, date }) => [number, date])).toEqual([
    [1, '2021-01-01'],
    [2, '2021-06'],
  ]);
  expect(timeline.marks[0]!.to).toBeLessThan(timeline.marks[1]!.from);
  for (const { from, to } of timeline.marks) {
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(timeline.width);
  }
  expect(timelineOf(milestones.slice(0, 1))).toBeUndefined();
});
