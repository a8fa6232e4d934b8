/** Nothing is overwritten: what was so on any day can be shown again, across years, year ends and late reports. */
import { describe, expect, test } from 'vitest';
import { countsFrom, stateOf, type SourceDates } from '../../../src/progress/state.ts';
import { quietRoad, record, says, status, dated } from './records.ts';

const on = (day: string, knownOn?: string) => stateOf(quietRoad, { on: day, ...(knownOn ? { knownOn } : {}) });

test.each([
  ['2020-12-31', undefined],
  ['2021-01-09', undefined],
  ['2021-01-10', 'not-started'],
  ['2021-12-30', 'not-started'],
  ['2021-12-31', 'late'],
  ['2022-01-01', 'late'],
  ['2022-12-30', 'late'],
  ['2022-12-31', 'done'],
])('on %s the status is %s', (day, expected) => {
  expect(on(day).status?.status).toBe(expected);
});

describe('a late report', () => {
  test('changes what we know today of a day long ago', () => expect(on('2022-01-15').status?.status).toBe('late'));
  test('does not change what a reader was told at the time', () => expect(on('2022-01-15', '2022-01-15').status?.status).toBe('on-track'));
  test('counts from the day it was told', () => {
    expect(on('2022-01-15', '2022-02-19').status?.status).toBe('on-track');
    expect(on('2022-01-15', '2022-02-20').status?.status).toBe('late');
  });
});

test('a month counts from its last day, in a leap year too', () => {
  const leap = { id: 'a', record: record({ statuses: [status('2024-02', 'late')] }) };
  expect(stateOf(leap, { on: '2024-02-28' }).status).toBeNull();
  expect(stateOf(leap, { on: '2024-02-29' }).status?.status).toBe('late');
});

test('what a report of the 15th tells of its month was so by the 15th', () => {
  const dates: SourceDates = new Map([['paper', '2021-07-15']]);
  expect(countsFrom({ on: '2021-07', source: { source: 'paper' } }, dates)).toBe('2021-07-15');
  expect(countsFrom({ on: '2021-06', source: { source: 'paper' } }, dates)).toBe('2021-06-30');
});

test('a milestone is planned, late, moved with its new date, and done', () => {
  const closing = (day: string) => on(day).milestones.map(({ state, due }) => [state, due])[0];
  expect(closing('2021-01-09')).toBeUndefined();
  expect(closing('2021-06-30')).toEqual(['planned', 'by 2021-06']);
  expect(closing('2021-07-01')).toEqual(['late', 'by 2021-06']);
  expect(closing('2021-12-30')).toEqual(['moved', '2021-12']);
  expect(closing('2021-12-31')).toEqual(['done', '2021-12']);
});

test('a number keeps its date and its "about", and the older one before it', () => {
  expect(on('2022-03-30').measures[0]?.latest).toMatchObject({ on: '2021-03', value: 80, exactness: 'exactly' });
  expect(on('2022-03-31').measures[0]?.latest).toMatchObject({ on: '2022-03', value: 35, exactness: 'about' });
});

test('what is still to do ends on the day that the record says', () => {
  expect(on('2021-12-30').next.map(({ words }) => words.standard)).toEqual(['Close a road.']);
  expect(on('2021-12-31').next).toEqual([]);
  expect(on('2022-02-28').next.map(({ words }) => words.standard)).toEqual(['Paint it.']);
});

test('a role that is not said is told apart from nothing said', () => {
  expect(on('2020-01-01').accountable).toBeNull();
  expect(on('2021-06-01').accountable?.role).toBeNull();
  expect(on('2022-01-01').accountable?.role).toBe('Head of roads');
});

test('of two words for one date, the one that was told later holds', () => {
  const two = {
    id: 'a',
    record: record({
      statuses: [status('2021-05-01', 'late', { reported: '2021-07-01' }), status('2021-05-01', 'on-track', { reported: '2021-06-01' })],
    }),
  };
  expect(stateOf(two, { on: '2021-08-01' }).status?.status).toBe('late');
});

test('a newer word is never hidden by an older one that is dated less exactly', () => {
  const dates: SourceDates = new Map([['paper', '2021-07-15']]);
  const two = {
    id: 'a',
    record: record({ statuses: [status('2021-07', 'on-track'), status('2021-07-20', 'late', { reported: '2021-07-20' })] }),
  };
  expect(stateOf(two, { on: '2021-07-19' }, dates).status?.status).toBe('on-track');
  expect(stateOf(two, { on: '2021-12-31' }, dates).status?.status).toBe('late');
});

test('what was done is never undone by a later day', () => {
  const days = Array.from({ length: 40 }, (_, index) => new Date(Date.UTC(2021, index, 17)).toISOString().slice(0, 10));
  const counts = days.map((day) => on(day).done.length);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts.at(-1)).toBe(2);
});

test('an entry of another record changes nothing here', () => {
  const other = { id: 'b', record: record({ done: [dated('2021-02-01', { words: says('Something else.') })] }) };
  expect(stateOf(other, { on: '2022-01-01' })).toMatchObject({ id: 'b', status: null, milestones: [], measures: [] });
});
