/** Initials have to be explained on the page, in both readings; numbers are not written in letters. */
import { describe, expect, test } from 'vitest';
import { initialsIn, isWrittenOut, romanIn, unexplainedInitials } from '../../src/easy-read/abbreviations.ts';
import { listsWith } from '../../src/easy-read/lists.ts';

const lists = listsWith();
const unexplained = (sentence: string, known: string[] = [], page = [sentence]) => unexplainedInitials(sentence, known, page, lists);

test.each([
  ['Ask the SENCO.', ['SENCO']],
  ['The DfE and two CCGs came.', ['CCG', 'DfE']],
  ['You and I can go.', []],
  ['Ask McDonald on YouTube.', []],
])('initials in "%s"', (sentence, found) => expect(initialsIn(sentence)).toEqual(found));

test('initials without a word of explanation are found', () => expect(unexplained('Ask about an EHC plan.')).toEqual(['EHC']));
test('initials that the page links to the word list are explained, also in other words', () => {
  expect(unexplained('EHC plans, and an EHC needs assessment.', ['EHC plan'])).toEqual([]);
});
test('names are explained', () => expect(unexplained('Text HEAR now.', ['HEAR'])).toEqual([]));
test('initials that everyone knows better are explained', () => expect(unexplained('The NHS in the UK.')).toEqual([]));

describe('initials that the page writes out are explained', () => {
  test.each([
    ['SEND', 'It is for special educational needs and disabilities (SEND).'],
    ['EHC', 'An education, health and care plan is a paper.'],
    ['DfE', 'The Department for Education (DfE) came.'],
    ['CQC', 'The Care Quality Commission looks at care.'],
  ])('%s in "%s"', (initials, sentence) => {
    expect(isWrittenOut(initials, ['First.', sentence])).toBe(true);
    expect(unexplained(`${initials} is here.`, [], [`${initials} is here.`, sentence])).toEqual([]);
  });
  test('letters that only happen to begin some words of two sentences are no explanation', () => {
    expect(isWrittenOut('CQC', ['Care comes quickly.', 'Call us.'])).toBe(false);
  });
  test('the initials do not explain themselves', () => expect(isWrittenOut('EHC', ['An EHC plan.', 'E H C'])).toBe(false));
});

test.each([
  ['Part II is here.', 'II'],
  ['See part V of it.', 'V'],
  ['Henry VIII.', 'VIII'],
])('a number in letters in "%s"', (sentence, found) => expect(romanIn(sentence)).toBe(found));
test.each(['I am here.', 'My CV is good.', 'A CD and a DVD.', 'We mix it.'])('no number in letters in "%s"', (sentence) =>
  expect(romanIn(sentence)).toBeUndefined(),
);
