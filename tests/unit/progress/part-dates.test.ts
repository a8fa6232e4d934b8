import { describe, expect, test } from 'vitest';
import { byDate, machineDate, partDateInWords, pastDate, readPartDate, surelyFrom } from '../../../src/progress/part-dates.ts';

describe('a date as exactly as it is known', () => {
  test.each([
    ['2021-07-15', '2021-07-15', '2021-07-15', '15 July 2021'],
    ['2021-07', '2021-07-01', '2021-07-31', 'July 2021'],
    ['2021-12', '2021-12-01', '2021-12-31', 'December 2021'],
    ['2024-02', '2024-02-01', '2024-02-29', 'February 2024'],
    ['2022', '2022-01-01', '2022-12-31', '2022'],
    ['by 2021-07-15', undefined, '2021-07-15', 'by 15 July 2021'],
    ['by 2021-07', undefined, '2021-07-31', 'by July 2021'],
  ])('%s may mean %s to %s, and is read as %s', (written, first, last, words) => {
    expect(readPartDate(written)).toMatchObject({ first, last });
    expect(partDateInWords(written)).toBe(words);
    expect(machineDate(written)).toMatch(/^\d/);
  });

  test.each(['2021-02-31', '2021-13', '2021-00', 'July 2021', 'by', '21-07', 'before 2021', '2021-7', '2023-02-29'])(
    '%s is refused',
    (written) => expect(readPartDate(written)).toBeUndefined(),
  );

  test('what has happened has no "by"; a year that YAML reads as a number, and a day that it reads as a Date, are kept as written', () => {
    expect(pastDate.safeParse('by 2021-07').success).toBe(false);
    expect(pastDate.parse(2021)).toBe('2021');
    expect(pastDate.parse(new Date('2021-07-15'))).toBe('2021-07-15');
  });

  test('a month is sure from its last day, and stands after its days', () => {
    expect(surelyFrom('2021-07')).toBe('2021-07-31');
    expect(['2022', '2021-07', '2021-07-31', '2021-06', '2021-07-02'].sort(byDate)).toEqual([
      '2021-06',
      '2021-07-02',
      '2021-07-31',
      '2021-07',
      '2022',
    ]);
  });
});
