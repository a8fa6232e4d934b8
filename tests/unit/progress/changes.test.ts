/** "What changed since" compares two days, and the parts add up to the whole. */
import { expect, test } from 'vitest';
import { changesByDay } from '../../../src/progress/changed.ts';
import type { Group, Strand } from '../../../src/progress/read.ts';
import { changeOf } from '../../../src/progress/state.ts';
import { quietRoad, record } from './records.ts';

const between = (from: string, to: string) => changeOf(quietRoad, { on: from }, { on: to });

test('a day and itself differ in nothing', () => {
  for (const day of ['2019-01-01', '2021-12-31', '2025-01-01']) expect(between(day, day)).toBeUndefined();
});

test('over a year end: the status, the milestone, what was done, what was no longer to do', () => {
  const change = between('2021-12-30', '2022-01-01')!;
  expect(change.status).toMatchObject({ from: { status: 'not-started' }, to: { status: 'late' } });
  expect(change.milestones).toMatchObject([{ name: 'closing', from: { state: 'moved' }, to: { state: 'done' } }]);
  expect(change.done?.map(({ words }) => words.standard)).toEqual(['We closed a road.']);
  expect(change.next?.gone.map(({ words }) => words.standard)).toEqual(['Close a road.']);
  expect(change.accountable).toMatchObject({ from: { role: null }, to: { role: 'Head of roads' } });
});

test('the same status said again is no change', () => {
  const twice = {
    id: 'a',
    record: record({
      statuses: ['2021-01-01', '2021-06-01'].map((on) => ({ on, source: { source: 'paper' }, status: 'late', word: 'late' })),
    }),
  };
  expect(changeOf(twice, { on: '2021-02-01' }, { on: '2021-07-01' })).toBeUndefined();
});

const strand: Strand = { ...quietRoad, group: 'safe-roads', address: '/x/', title: { standard: 'x', easyRead: 'x' }, order: 1 };
const group = {
  ...strand,
  id: 'safe-roads',
  record: { ...record({}), began: '2020', source: { source: 'paper' } },
  strands: [strand],
} as Group;
const progress = { groups: [group], strands: [strand], sourceDates: new Map() };

test('every day of change is told once, the newest first, and none after today', () => {
  const days = changesByDay(progress, '2022-06-30').map(({ day }) => day);
  expect(days).toEqual([...new Set(days)].sort().reverse());
  expect(days[0]).toBe('2022-03-31');
  expect(changesByDay({ ...progress }, '2021-03-01').map(({ day }) => day)).toEqual(['2021-01-10']);
});

test('all that was done and counted is told by one of the days', () => {
  const changes = changesByDay({ ...progress }, '2030-01-01').flatMap((day) => day.changes.map(({ change }) => change));
  expect(changes.flatMap(({ done }) => done ?? [])).toHaveLength(quietRoad.record.done.length);
  expect(changes.flatMap(({ measures }) => measures ?? [])).toHaveLength(2);
  expect(changes.flatMap(({ status }) => (status ? [status.to?.status] : []))).toEqual(['done', 'late', 'not-started']);
});

test('a date that is known by its month is shown as its month', () => {
  const march = changesByDay({ ...progress }, '2022-06-30').find(({ day }) => day === '2022-03-31');
  expect(march?.written).toEqual(['2022-03']);
});
