/** A question, as families type it, becomes searches that the index can answer. */
import { expect, test } from 'vitest';
import { searchesFor, tellingWords } from '../../src/search/question.ts';

test('everyday words are left out', () => {
  expect(tellingWords('My son needs help with his speech')).toEqual(['speech']);
  expect(tellingWords("I don't want to go to school")).toEqual(['school']);
  expect(tellingWords('I don’t want to go to school')).toEqual(['school']);
});
test('a question of everyday words alone keeps them', () => expect(tellingWords('What can I do')).toEqual(['what', 'can', 'i', 'do']));
test('signs are left out, hyphens and figures stay', () => expect(tellingWords('  "EHC-plan" after 16?! ')).toEqual(['ehc-plan', '16']));
test('letters of other languages are letters', () => expect(tellingWords('Zażółć szkoła')).toEqual(['zażółć', 'szkoła']));

test('nothing is searched for where nothing is asked', () => {
  expect(searchesFor('')).toEqual([]);
  expect(searchesFor('  ?! ')).toEqual([]);
});
test('one word is one search', () => expect(searchesFor('dentist')).toEqual(['dentist']));
test('all words come first, then one fewer, then each alone, the longest first', () => {
  expect(searchesFor('annual health check')).toEqual([
    'annual health check',
    'health check',
    'annual check',
    'annual health',
    'annual',
    'health',
    'check',
  ]);
});
test('no search stands twice, and there are at most 12', () => {
  const searches = searchesFor('red red blue green yellow purple orange silver golden bronze');
  expect(new Set(searches).size).toBe(searches.length);
  expect(searches.length).toBeLessThanOrEqual(12);
});
