/** Nothing says that it was checked unless who, when and which words are all known; what changed since is computed. */
import { describe, expect, test } from 'vitest';
import { checkOf, stateOf, yearAfter } from '../../src/readings/checked.ts';
import { saidOfCheck } from '../../src/readings/said-of-check.ts';

const mark = '0123456789ab';
const all = { checkedBy: 'young people at a youth club', checkedOn: '2027-03-03', checkedText: mark };
const now = (fields: Parameters<typeof checkOf>[0], today = '2027-06-01', words = mark) => checkOf(fields, () => words, today);
const said = (...asked: Parameters<typeof now>) => saidOfCheck(now(...asked), 'easy-read').join(' ');
const notYet = 'Young people have not checked this page yet.';

test.each([{}, { checkedBy: all.checkedBy }, { checkedOn: all.checkedOn }, { checkedText: mark }, { ...all, checkedBy: '' }])(
  'a part of a check is none: %j',
  (fields) => {
    expect(said(fields)).toBe(notYet);
    expect(stateOf(now(fields))).toBe('not-yet');
  },
);
test.each(['checkedBy', 'checkedOn', 'checkedText'] as const)('a check without %s is none', (field) =>
  expect(said({ ...all, [field]: undefined })).toBe(notYet),
);
test('the mark is not made for a page that was not checked', () =>
  expect(checkOf({}, () => expect.fail('was made'), '2027-06-01')).toBeUndefined());

describe('a page that was checked', () => {
  test('says by whom and when', () => expect(said(all)).toBe('Young people at a youth club checked this page on 3 March 2027.'));
  test('says when its words have changed', () =>
    expect(said(all, '2027-06-01', 'ffffffffffff')).toBe(
      'Young people at a youth club checked this page on 3 March 2027. We changed some words after that.',
    ));
  test('is good for a year, the last day with it', () => {
    expect(said(all, '2028-03-03')).not.toMatch(/again/);
    expect(said(all, '2028-03-04')).toMatch(/^Young people .* 2027\. It is time to check it again\.$/);
  });
  test('or until the day that its author wrote', () => {
    expect(said({ ...all, reviewBy: '2027-05-31' })).toMatch(/again/);
    expect(said({ ...all, reviewBy: '2029-01-01' }, '2028-12-31')).not.toMatch(/again/);
  });
  test('says both when it changed and its time has come', () =>
    expect(said(all, '2030-01-01', 'ffffffffffff')).toMatch(/We changed some words after that\. It is time to check it again\.$/));
});

test.each([
  ['checked', '2027-06-01', mark],
  ['changed', '2027-06-01', 'ffffffffffff'],
  ['again', '2028-06-01', mark],
  ['again', '2028-06-01', 'ffffffffffff'],
])('each page is in one list: %s', (state, today, words) => expect(stateOf(now(all, today, words))).toBe(state));

test.each([
  ['2027-03-03', '2028-03-03'],
  ['2028-02-29', '2029-02-28'],
  ['2027-02-28', '2028-02-28'],
  ['2026-12-31', '2027-12-31'],
])('twelve months after %s is %s', (day, later) => expect(yearAfter(day)).toBe(later));
