/** The measures of a whole page: its sentences, their mean, its grade and its length. */
import { expect, test } from 'vitest';
import { isCommon } from '../../src/easy-read/common-words.ts';
import { gradeOf } from '../../src/easy-read/grade.ts';
import { limits } from '../../src/easy-read/limits.ts';
import { pageFindings } from '../../src/easy-read/page-rules.ts';
import { meanWords, sentencesOf, wordsOf } from '../../src/easy-read/sentences.ts';

const hard = sentencesOf(
  'The designated authority facilitates multidisciplinary collaboration regarding individual provision. Professional representatives subsequently undertake comprehensive statutory assessments of educational requirements, including communication and interaction difficulties.',
);
const easy = sentencesOf('You can ask for help. We write a plan with you. The plan says what you need.');

test('an easy page passes', () => expect(pageFindings('easy-read', easy)).toEqual([]));

test('a hard page fails in both readings', () => {
  expect(
    pageFindings('easy-read', hard)
      .map(({ mend }) => mend)
      .join(' '),
  ).toMatch(/mean of 1\d\.\d words.*grade \d\d/);
  expect(
    pageFindings('standard', hard)
      .map(({ mend }) => mend)
      .join(' '),
  ).toMatch(/grade \d\d/);
});

test('a long easy page is to be split', () => {
  const long = Array.from({ length: limits.easyRead.mostWords / 5 + 1 }, () => 'You can ask for help.');
  expect(pageFindings('easy-read', long)).toEqual([expect.objectContaining({ mend: expect.stringContaining('Split it') as string })]);
});

test('a sentence ends at its full stop and at the end of its line', () => {
  expect(sentencesOf('Go home. Ask Mum!\nEat\n\n – \n')).toEqual(['Go home.', 'Ask Mum!', 'Eat']);
});

test('a full stop in a name ends no sentence', () => {
  expect(sentencesOf('Read the (No. 2) Rules. Dr. May said no. We agree.')).toEqual([
    'Read the (No. 2) Rules.',
    'Dr. May said no.',
    'We agree.',
  ]);
});

test('a telephone number, a number with a comma and a word with a hyphen are one word each', () => {
  expect(wordsOf('Phone 0300 365 1020 for 1,000 well-known words')).toEqual([
    'Phone',
    '0300 365 1020',
    'for',
    '1,000',
    'well-known',
    'words',
  ]);
});

test('the mean of no sentences is 0', () => expect(meanWords([])).toBe(0));
test('the mean counts words over sentences', () => expect(meanWords(['One two.', 'One two three four.'])).toBe(3));

test('the grade follows Flesch and Kincaid', () => expect(gradeOf(['The cat sat on the mat.'])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 5));
test('the grade of no text is 0', () => expect(gradeOf([])).toBe(0));
test('known words and numbers do not count in the grade', () => {
  expect(gradeOf(['The Peterborough cat sat on 12 the mat.'], ['Peterborough'])).toBeCloseTo(gradeOf(['The cat sat on the mat.']), 5);
});

test.each(['help', 'helped', 'helping', 'plans', 'happiest', 'families', "teacher's"])('"%s" is a common word', (word) =>
  expect(isCommon(word)).toBe(true),
);
test.each(['commissioning', 'statutory', 'provision'])('"%s" is no common word', (word) => expect(isCommon(word)).toBe(false));
