/** The lists of words: those that every council has, and what a council adds to them or takes out of them. */
import { describe, expect, test } from 'vitest';
import { easyReadFindings } from '../../src/easy-read/easy-read-rules.ts';
import { defaultEntries, listsWith } from '../../src/easy-read/lists.ts';
import { exceptionsSchema, listNames, listSchema, type ListName } from '../../src/easy-read/lists.schema.ts';
import { standardFindings } from '../../src/easy-read/standard-rules.ts';
import { placedProblems } from '../../src/readings/plain-problems.ts';

const why = 'A reason for this test.';
const wordsIn = (list: ListName, text: string, own: Parameters<typeof listsWith>[0] = {}) =>
  listsWith(own)
    [list].find(text, 'easy-read')
    .map(({ words }) => words);

describe.each(listNames)('the list %s', (name) => {
  test('holds to its contract, says nothing twice, and has a reason for each entry', () => {
    const phrases = defaultEntries(name).flatMap(({ words }) => words.map((word) => word.toLowerCase()));
    expect(phrases.length).toBeGreaterThan(0);
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  });
});

test('a phrase is found in any case, with a hyphen or a space, and with an s', () => {
  expect(wordsIn('hurtful', 'A Wheelchair-bound man met slow  learners.')).toEqual(['Wheelchair-bound']);
  expect(wordsIn('hurtful', 'He is wheelchair bound. Slow learners met.')).toEqual(['wheelchair bound', 'Slow learners']);
});
test('a part of a longer word is not found', () => expect(wordsIn('one-word', 'We selected the selection.')).toEqual([]));
test('a longer phrase that is allowed hides a shorter one that is not', () => {
  expect(wordsIn('hurtful', 'The disabled people. The disabled wait.')).toEqual(['The disabled']);
});

test('a council adds words of its own', () => {
  const own = { 'one-word': [{ words: ['the hub'], say: 'the Local Offer', reason: why }] };
  expect(wordsIn('one-word', 'Look in the hub.')).toEqual([]);
  expect(wordsIn('one-word', 'Look in the hub.', own)).toEqual(['the hub']);
});
test('a council takes words out', () => {
  const own = { 'one-word': [{ words: ['select'], allow: true as const, reason: why }] };
  expect(wordsIn('one-word', 'Select one.')).toEqual(['Select']);
  expect(wordsIn('one-word', 'Select one.', own)).toEqual([]);
});
test('a council has another better way', () => {
  const own = { 'one-word': [{ words: ['select'], say: 'tick', reason: why }] };
  expect(easyReadFindings('Select one.', [], listsWith(own)).map(({ mend }) => mend)).toEqual([expect.stringContaining('Say: tick.')]);
});
test('an entry for one reading holds in that reading alone', () => {
  expect(easyReadFindings('Select one.').map(({ rule }) => rule)).toEqual(['one-word']);
  expect(standardFindings('Select one.')).toEqual([]);
});
test('a hard word that a council allows is no finding', () => {
  const own = { 'hard-words': [{ words: ['opportunity'], allow: true as const, reason: why }] };
  expect(easyReadFindings('You have an opportunity.', [], listsWith(own))).toEqual([]);
});

describe('what is wrong with a list is said in plain words', () => {
  const problemOf = (entry: unknown) => placedProblems(listSchema, [entry]).map(({ problem }) => problem);
  test.each([
    ['no reason', { words: ['one'], say: 'two' }, /needs the field "0\.reason"\. Write why/],
    ['a reason without a word in it', { words: ['one'], say: 'two', reason: '' }, /"0\.reason".*at least 10 letters/],
    ['neither a better way nor allow', { words: ['one'], reason: why }, /"say", a better way, or "allow: true"/],
    ['both of them', { words: ['one'], say: 'two', allow: true, reason: why }, /"say", a better way, or "allow: true"/],
    ['no words', { words: [], say: 'two', reason: why }, /"0\.words": at least 1 entries/],
    ['a field that nobody knows', { words: ['one'], say: 'two', reason: why, why: 'x' }, /"0\.why", which is not known/],
    ['a third reading', { words: ['one'], say: 'two', reason: why, reading: 'easy' }, /Write standard or easy-read/],
  ])('%s', (_name, entry, sentence) => expect(problemOf(entry).join(' ')).toMatch(sentence));

  test('an exception needs a rule that exists', () => {
    const found = placedProblems(exceptionsSchema, [{ file: 'home/standard.mdx', rule: 'lenght', words: 'x', reason: why }]);
    expect(found[0]?.problem).toMatch(/"0\.rule" that cannot be used. Write the rule.*one of length, mean/);
  });
});
