/** Impossible records: each rule, the place that it names, and the mend that it tells. */
import { expect, test } from 'vitest';
import { recordFaults } from '../../../src/progress/record-rules.ts';
import { dated, quietRoad, record, says, status } from './records.ts';

const place = { began: '2020-12', today: '2023-01-31', sourceDates: new Map<string, string>() };
const faults = (fields: object) => recordFaults(record(fields), place).map(({ path, problem }) => `${path.join('.')} ${problem}`);
const milestone = (...steps: object[]) => ({ milestones: [{ name: 'step', words: says('A step.'), steps }] });
const measure = (...values: object[]) => ({ measures: [{ name: 'cars', words: says('Cars'), unit: 'cars', values }] });

test('a record over three years has no fault', () => expect(recordFaults(quietRoad.record, place)).toEqual([]));

test.each<[string, object, RegExp]>([
  [
    'a date before the plan began',
    { done: [dated('2020-11-30', { words: says('Done.') })] },
    /^done\.0\.on .*before the plan began \(December 2020/,
  ],
  ['a status of tomorrow', { statuses: [status('2023-02-01', 'late')] }, /^statuses\.0\.on .*still to come.*milestone with "due"/],
  [
    'a report before it was so',
    { statuses: [status('2022-05-02', 'late', { reported: '2022-05-01' })] },
    /^statuses\.0\.reported .*before it was so/,
  ],
  ['the newest first', { statuses: [status('2022-05-02', 'late'), status('2021-05-02', 'late')] }, /^statuses\.1\.on .*oldest first/],
  [
    'an end before the beginning',
    { next: [dated('2022-05-02', { until: '2022-05-01', words: says('A job.') })] },
    /^next\.0\.until .*before it began/,
  ],
  [
    'moved to nowhere',
    milestone(dated('2021-01-01', { state: 'planned' }), dated('2021-02-01', { state: 'moved' })),
    /steps\.1\.state .*to when/,
  ],
  ['late that was never due', milestone(dated('2021-01-01', { state: 'late' })), /steps\.0\.state .*never due/],
  [
    'late before its date',
    milestone(dated('2021-01-01', { state: 'planned', due: '2021-06' }), dated('2021-05-01', { state: 'late' })),
    /steps\.1\.state .*when the date had passed/,
  ],
  [
    'something after done',
    milestone(dated('2021-01-01', { state: 'done' }), dated('2021-02-01', { state: 'moved', due: '2021-09' })),
    /steps\.1\.state .*stays done/,
  ],
  ['done with a date to come', milestone(dated('2021-01-01', { state: 'done', due: '2021-09' })), /steps\.0\.due .*take it out/],
  ['due before the plan', milestone(dated('2021-01-01', { state: 'planned', due: '2019' })), /steps\.0\.due .*before the plan began/],
  [
    'planned twice',
    milestone(dated('2021-01-01', { state: 'planned' }), dated('2021-02-01', { state: 'planned', due: '2022' })),
    /steps\.1\.state .*Write "moved"/,
  ],
  ['two numbers for one date', measure(dated('2021-03', { value: 1 }), dated('2021-03', { value: 2 })), /values\.1\.on .*two values/],
  ['a measure that counts nothing', measure(), /values .*without a value/],
  [
    'two of one name',
    { milestones: [1, 2].map(() => ({ name: 'step', words: says('A step.'), steps: [dated('2021-01-01', { state: 'done' })] })) },
    /milestones\.1\.name .*twice/,
  ],
  [
    'all done with a step open',
    { statuses: [status('2022-01-01', 'done')], ...milestone(dated('2021-01-01', { state: 'planned' })) },
    /^statuses\.0\.status .*milestone "step" is not/,
  ],
  [
    'all done with a job open',
    { statuses: [status('2022-01-01', 'done')], next: [dated('2021-01-01', { words: says('A job.') })] },
    /^statuses\.0\.status .*still to do/,
  ],
])('%s', (_name, fields, expected) => {
  const said = faults(fields);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(expected);
});

test('what was wrong may be older than the plan: it is why there is one', () =>
  expect(faults({ wrong: [dated('2010', { who: 'families', words: says('Too slow.') })] })).toEqual([]));

test('an unknown end is no fault: a date by its year may be any day of it', () =>
  expect(faults({ statuses: [status('2022-05-02', 'late'), status('2022', 'on-track')] })).toEqual([]));

test('two numbers for one date are possible when the later was told later', () =>
  expect(faults(measure(dated('2021-03', { value: 1, reported: '2021-04' }), dated('2021-03', { value: 2, reported: '2021-09' })))).toEqual(
    [],
  ));
