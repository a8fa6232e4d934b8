/** What a person at a terminal, and a spreadsheet, get of what anybody may have typed. */
import { expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { asCsv, asJson } from '../../src/pledge/register/export-file.ts';
import { entryLine, listText, plain } from '../../src/pledge/register/command-text.ts';
import type { Entry } from '../../src/pledge/register/register.ts';

const entry = (more: Partial<Entry> = {}): Entry => ({
  reference: 'SP-BCDF-2345',
  status: 'pending',
  form: 'pledge',
  createdAt: '2026-06-30T23:30:00.000Z',
  answers: { setting: 'Oak School', kind: 'primary', area: 'north', value: ['listen', 'be-positive'] },
  flags: [],
  alike: [],
  decisions: [],
  ...more,
});

test('a day is the day in England', () => expect(entryLine(entry())).toContain('2026-07-01'));

test('what was typed cannot steer the terminal', () => {
  const line = entryLine(entry({ answers: { setting: 'Oak\u001b[2J\r\nSP-XXXX-XXXX approved \u202eloohcs' } }));
  expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(plain('Zoë’s नर्सरी')).toBe('Zoë’s नर्सरी');
});

test('an entry of which the name is erased still has its line', () => expect(entryLine(entry({ answers: {} }))).toContain('(erased)'));

test('without quarantined entries there is no heading for them', () => expect(listText([entry()])).not.toContain('Quarantined'));

test('Spreadsheet formulas: CSV has CRLF, a byte order mark, doubled quotes and no cell that begins a formula', () => {
  const nasty = ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '  =1', '＝1', '"=1'];
  const csv = asCsv(nasty.map((setting) => entry({ answers: { setting } })));
  expect(csv.startsWith('\uFEFFreference,status,createdAt,flags,setting,')).toBe(true);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/\n/);
  const rows = parse(csv, { bom: true, columns: true }) as { setting: string }[];
  expect(rows.map(({ setting }) => setting)).toEqual(nasty.map((text) => (text.startsWith('"') ? text : `'${text}`)));
});

test('the rows of the JSON have exactly what other programs rely on', () => {
  const [row] = JSON.parse(asJson([entry({ alike: ['SP-AAAA-BBBB'], published: { id: 'x' } as never })])) as object[];
  expect(row).toEqual({
    reference: 'SP-BCDF-2345',
    status: 'pending',
    createdAt: '2026-06-30T23:30:00.000Z',
    answers: { setting: 'Oak School', kind: 'primary', area: 'north', value: ['listen', 'be-positive'] },
    flags: [],
  });
});
