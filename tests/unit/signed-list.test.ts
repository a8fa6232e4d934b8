/** The public list: its groups, its filter, what other programs get of it, and the guard against a list that lost its entries. */
import { describe, expect, test } from 'vitest';
import { publishedCsv } from '../../src/pledge/signed/public-csv.ts';
import { filtered, groupsOf, publishedJson, shrunk, type Published, type PublicList } from '../../src/pledge/signed/public-list.ts';
import { safeCell } from '../../src/components/safe-cell.ts';
import { parse } from 'csv-parse/sync';

const entry = (id: string, more: Partial<Published> = {}): Published => ({
  ...{ id, name: `School ${id}`, kind: 'primary', area: 'north', date: '2026-11-02' },
  ...more,
});
const list = (signatories: Published[], withdrawn: string[] = []): PublicList => ({
  ...{ changed: '2026-11-20T10:00:00.000Z', count: signatories.length, signatories, withdrawn },
});

describe('the groups of the list', () => {
  test('follow the order of the form, and names within them the alphabet as people read it', () => {
    const groups = groupsOf(
      list([
        entry('a', { kind: 'group', name: 'Zebra' }),
        entry('b', { name: 'école' }),
        entry('c', { name: 'Ash 10' }),
        entry('d', { name: 'ash 2' }),
        entry('e', { name: 'Fir' }),
        entry('f', { kind: 'early-years' }),
      ]),
    );
    expect(groups.map(({ kind, signatories }) => [kind, signatories.map(({ id }) => id).join('')])).toEqual([
      ['early-years', 'f'],
      ['primary', 'dcbe'],
      ['group', 'a'],
    ]);
  });
  test('keep two settings of the same name in the same order', () => {
    const both = [entry('b', { name: 'Oak' }), entry('a', { name: 'Oak' })];
    expect(groupsOf(list(both))[0]!.signatories.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(groupsOf(list(both.toReversed()))[0]!.signatories.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('the filter', () => {
  const all = list([
    entry('a'),
    entry('b', { area: 'south' }),
    entry('c', { area: 'both', kind: 'group' }),
    entry('d', { area: 'south', kind: 'group' }),
  ]);
  test.each([
    [{}, 'abcd'],
    [{ kind: 'group' }, 'cd'],
    [{ area: 'north' }, 'ac'],
    [{ area: 'south', kind: 'group' }, 'cd'],
    [{ area: 'both' }, 'c'],
    [{ kind: 'health' }, ''],
  ] as const)('%j shows %s: a setting of both areas is found in each', (filter, ids) =>
    expect(
      filtered(all, filter)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids),
  );
});

describe('the list for other programs', () => {
  const odd = list(
    [entry('b', { name: '</script><b>&' }), { ...entry('a'), email: 'someone@example.org', sentence: '' } as Published],
    ['zzzzzzzz'],
  );
  test('holds what is published and nothing else, and what was withdrawn is not in it', () => {
    expect(JSON.parse(publishedJson(odd))).toEqual({
      changed: '2026-11-20T10:00:00.000Z',
      count: 2,
      signatories: [{ ...entry('b', { name: '</script><b>&' }) }, entry('a')],
    });
    expect(publishedJson(odd)).not.toMatch(/zzzzzzzz|someone@/);
  });
  test('HTML, SQL, templates: a name that is markup cannot end a script in a page of others', () =>
    expect(publishedJson(odd)).not.toMatch(/[<>&]/));
  test('is the same text for the same list in another order', () =>
    expect(publishedJson(list([entry('b'), entry('a')]))).toBe(publishedJson(list([entry('a'), entry('b')]))));
});

describe('Spreadsheet formulas', () => {
  test.each(['=1+1', '+44', '-2', '@name', '\t=1', '\r=1', '\0x', ' =1', '\u00a0\u2003@x', '＝1', '＋1', '－1', '＠x', '\n=1'])(
    '%j is text',
    (typed) => expect(safeCell(typed)).toBe(`'${typed}`),
  );
  test.each(['Oak School', "O'Brien", '', '2+2', 'a=b', 'École – South', "'=1"])('%j stays as it is', (typed) =>
    expect(safeCell(typed)).toBe(typed),
  );
  test('hold for every cell of the list; quotes are doubled, lines end with CRLF, and Excel sees UTF-8', () => {
    const csv = publishedCsv(list([entry('a', { name: '=cmd|"x"!A1', sentence: 'One, "two"', website: 'https://example.org/' })]));
    expect(csv).toBe(
      '\ufeffid,name,kind,area,date,sentence,website\r\n' +
        `a,"'=cmd|""x""!A1",primary,north,2026-11-02,"One, ""two""",https://example.org/\r\n`,
    );
    expect(parse(csv, { bom: true, columns: true })).toEqual([expect.objectContaining({ sentence: 'One, "two"' })]);
  });
});

describe('a list that shrank', () => {
  const ids = 'abcdefghijklmnopqrst'.split('');
  const before = list(ids.map((id) => entry(id)));
  const without = (gone: number, withdrawn: string[] = []) =>
    list(
      ids.slice(gone).map((id) => entry(id)),
      withdrawn,
    );
  test('by a tenth or less is built', () => {
    expect(shrunk(before, without(2))).toBeUndefined();
    expect(shrunk(list([]), list([]))).toBeUndefined();
  });
  test('by more is refused with how many are missing', () => expect(shrunk(before, without(3))).toMatch(/^3 of the 20 settings /));
  test('by withdrawals is built, however many', () => expect(shrunk(before, without(20, ids))).toBeUndefined());
  test('and was withdrawn in part is refused for the rest', () => expect(shrunk(before, without(10, ids.slice(0, 7)))).toMatch(/^3 of/));
  test('of which all have other ids is refused: it is another list', () =>
    expect(shrunk(before, list(ids.map((id) => entry(id.toUpperCase()))))).toMatch(/^20 of the 20/));
  test('of a single setting that is missing is refused', () => expect(shrunk(list([entry('a')]), list([]))).toMatch(/^1 of the 1/));
});
