/** Numbers as they are told and drawn: as exact as their source, one value never a line, and the CSV the same as the table. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../../src/pledge/form/fields.ts';
import { signedCounts } from '../../../src/pledge/signed/counts.ts';
import { chartOf } from '../../../src/progress/chart.ts';
import { measuresCsv } from '../../../src/progress/measures-csv.ts';
import { measuresOf, sentenceOf, valueInWords } from '../../../src/progress/measures.ts';
import { dated, record, says } from './records.ts';

const one = (...values: object[]) => measuresOf(record({ measures: [{ name: 'cars', words: says('Cars'), unit: 'cars', values }] }))[0]!;

test('a number is as exact as its source', () => {
  expect(valueInWords({ value: 600, exactness: 'more than' })).toBe('more than 600');
  expect(valueInWords({ value: 1200, exactness: 'exactly' })).toBe('1,200');
});

describe('a sentence says what the chart shows', () => {
  test('one value shows no change', () => {
    const measure = one(dated('2021-07', { value: 24 }));
    expect(sentenceOf(measure, 'standard')).toBe('24 cars in July 2021. There is one value, so it cannot show a rise or a fall.');
    expect(sentenceOf(measure, 'easy-read')).toBe('24 cars in July 2021. This is the only number we have.');
  });
  test('two exact values show by how much', () => {
    const measure = one(dated('2021-07-15', { value: 24 }), dated('2022', { value: 20 }));
    expect(sentenceOf(measure, 'standard')).toBe('20 cars in 2022. It was 24 cars on 15 July 2021: 4 fewer.');
  });
  test('values that are not exact are not compared: from more than 600 to 700 may be up or down', () => {
    const measure = one(dated('2021-07', { value: 600, exactness: 'more than' }), dated('2022', { value: 700 }));
    expect(sentenceOf(measure, 'standard')).toBe(
      '700 cars in 2022. It was more than 600 cars in July 2021. The numbers are not exact enough to compare.',
    );
    expect(sentenceOf(measure, 'easy-read')).toBe('More than 600 cars in July 2021. 700 cars in 2022.');
  });
});

describe('the number of settings that signed', () => {
  const signed = record({
    measures: [{ name: 'signed', words: says('Signed'), unit: 'settings', from: 'signed', values: [dated('2021-07', { value: 85 })] }],
  });
  const entry = (date: string) => ({ id: 'aaaaaaaa', name: 'A', kind: kinds[0], area: 'both', date });
  const counts = signedCounts({ signatories: [entry('2026-11-03'), entry('2026-09-30'), entry('2026-11-30')] });

  test('comes from the public list, by the month in which settings signed', () =>
    expect(counts).toEqual([
      { on: '2026-09', value: 1 },
      { on: '2026-11', value: 3 },
    ]));
  test('is empty while nobody has signed here', () => expect(signedCounts({ signatories: [] })).toEqual([]));
  test('is not drawn as one line with what a report counted, nor compared with it', () => {
    const [measure] = measuresOf(signed, counts);
    const chart = chartOf(measure!);
    expect(chart.points.map(({ value, ours }) => [value, ours])).toEqual([
      [85, false],
      [1, true],
      [3, true],
    ]);
    expect(chart.lines).toHaveLength(1);
    expect(sentenceOf(measuresOf(signed, counts.slice(0, 1))[0]!, 'standard')).toContain('counted in different ways');
  });
});

describe('a chart', () => {
  test('of one value is one point and no line', () => {
    const chart = chartOf(one(dated('2021-07', { value: 24 })));
    expect(chart.lines).toEqual([]);
    expect(chart.points).toHaveLength(1);
    expect(chart.points[0]!.to).toBeGreaterThan(chart.points[0]!.from);
  });
  test('of many values has each of them, in order, inside its frame, with the axis from nought', () => {
    const values = Array.from({ length: 120 }, (_, index) =>
      dated(`${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`, { value: (index * 37) % 91 }),
    );
    const chart = chartOf(one(...values));
    expect(chart.points.map(({ value }) => value)).toEqual(values.map((value) => (value as unknown as { value: number }).value));
    const xs = chart.points.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    for (const { x, y } of chart.points) {
      expect(x).toBeGreaterThanOrEqual(chart.left);
      expect(x).toBeLessThanOrEqual(chart.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(chart.bottom);
    }
    expect(chart.yTicks[0]).toMatchObject({ label: '0', y: chart.bottom });
  });
  test('of the same value twice is level', () => {
    const [a, b] = chartOf(one(dated('2021', { value: 5 }), dated('2022', { value: 5 }))).points;
    expect(a!.y).toBe(b!.y);
  });
});

test('the CSV has every value as the table has it, and runs as no formula', () => {
  const measures = measuresOf(
    record({
      measures: [
        {
          name: 'cars',
          words: says('=SUM(A1) of cars'),
          unit: 'cars',
          values: [dated('2021-03', { value: 80 }), dated('2022', { value: 35, exactness: 'about' })],
        },
      ],
    }),
  );
  const csv = measuresCsv('safe-roads/quiet-road', measures);
  expect(csv.split('\r\n')).toHaveLength(4);
  const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.map(({ date, exactness, value }) => [date, exactness, value])).toEqual([
    ['2021-03', 'exactly', '80'],
    ['2022', 'about', '35'],
  ]);
  expect(rows[0]!.counted).toBe("'=SUM(A1) of cars");
});
