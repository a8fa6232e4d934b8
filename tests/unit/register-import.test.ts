/** A list of earlier signatories: what is taken, and what a person reads who must mend it. */
import { describe, expect, test } from 'vitest';
import { ImportFaults, readImport } from '../../src/pledge/register/import-file.ts';

const choices = { areas: ['north', 'south'], today: '2026-11-23' };
const read = (text: string | Uint8Array) => readImport(typeof text === 'string' ? new TextEncoder().encode(text) : text, choices);
/** What is said of a list that cannot be kept. */
function faults(text: string | Uint8Array): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ImportFaults) return error.faults;
    throw error;
  }
  return [];
}
const oak = { name: 'Oak School', kind: 'primary', area: 'north', date: '2021-07-01' };

test('CSV and JSON give the same rows, whatever the spreadsheet adds', () => {
  const csv = '\uFEFFDate, Name,area,kind\r\n2021-07-01," Oak School ",north,primary\r\n\r\n';
  expect(read(csv)).toEqual([oak]);
  expect(read(JSON.stringify([oak]))).toEqual([oak]);
  expect(read('name,kind,area,date\n"Ash, Elm and ""Co""",group,south,2026-11-23\n')).toEqual([
    { name: 'Ash, Elm and "Co"', kind: 'group', area: 'south', date: '2026-11-23' },
  ]);
});

test('each fault names line and column, all at once', () => {
  const csv = 'name,kind,area,date\nOak,primary,north,2021-07-01\n"Two\nlines",primary,north,2021-07-01\n,school,east,2021-02-30\n';
  expect(faults(csv).map((fault) => fault.split(': ')[0])).toEqual([
    'line 3, column name',
    'line 5, column name',
    'line 5, column kind',
    'line 5, column area',
    'line 5, column date',
  ]);
  const json = `[\n  ${JSON.stringify(oak)},\n  {"name": 7, "kind": "primary", "area": "east",\n   "date": "2021-07-01"}\n]`;
  expect(faults(json)).toEqual([
    'line 3, column name: this is no text. Put it in quotation marks.',
    'line 3, column area: "east" is no area. Write one of north, south.',
  ]);
});

describe('a day', () => {
  test.each([
    ['2021-07', 'is no whole day'],
    ['01/07/2021', 'is no whole day'],
    ['July 2021', 'is no whole day'],
    ['', 'Nothing is no whole day'],
    ['2021-02-30', 'the calendar has no'],
    ['2026-11-24', 'is still to come'],
    ['0021-07-01', 'is too long ago'],
  ])('%j is refused: %s', (date, words) => {
    expect(faults(JSON.stringify([{ ...oak, date }]))).toEqual([expect.stringContaining(words)]);
  });
});

describe('nothing of a person comes in', () => {
  test.each(['email', 'E-mail', 'contact', 'Name of person', 'Telephone', 'head teacher', 'role'])(
    'a column %s is refused, with why',
    (column) => {
      expect(faults(`name,kind,area,date,${column}\nOak,primary,north,2021-07-01,x\n`)).toEqual([
        expect.stringContaining('nothing about persons'),
      ]);
      expect(faults(JSON.stringify([{ ...oak, [column]: 'x' }]))).toEqual([expect.stringContaining('nothing about persons')]);
    },
  );
  test.each(['Oak School, jo@oak.example', 'Oak School 01733 555 123', 'Oak School www.oak.example'])('the name %j is refused', (name) =>
    expect(faults(JSON.stringify([{ ...oak, name }]))).toEqual([expect.stringMatching(/^line 1, column name: the name holds /)]),
  );
});

describe('a file that is no list', () => {
  test.each([
    ['', 'the file is empty'],
    ['name,kind,area,date\n', 'there is no row'],
    ['name,kind,area\nOak,primary,north\n', 'column date: it is missing'],
    ['name,kind,area,date,colour\nOak,primary,north,2021-07-01,red\n', 'this column is not known'],
    ['name,name,kind,area,date\nOak,Oak,primary,north,2021-07-01\n', 'it is there twice'],
    ['name,kind,area,date\nAsh, Elm,primary,north,2021-07-01\n', 'it has 5 columns and not 4'],
    ['name,kind,area,date\n"Oak,primary,north,2021-07-01\n', 'this is not CSV'],
    ['[]', 'the list is empty'],
    ['{"name": "Oak"}', 'the file is no list'],
    ['[\n{"name": "Oak",\n"kind" "primary"}]', 'line 3: this is not JSON'],
    ['[\n{"name": }]', 'near [ {"name": }]'],
    ['[["Oak"]]', 'this is no object'],
  ])('%j: %s', (text, words) => expect(faults(text).join('\n')).toContain(words));
  test('one that is not UTF-8 says how to save it', () => {
    expect(faults(Uint8Array.from([...new TextEncoder().encode('name,kind,area,date\nCaf'), 0xe9]))).toEqual([
      expect.stringContaining('CSV UTF-8'),
    ]);
  });
});
